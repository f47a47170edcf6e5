package nl.mkba.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** How the project's Markdown is read and written: CommonMark with tables and formulas. */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .customInlineContentParserFactory(new Formula.Reader())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Pattern NAME_IN_CELL = Pattern.compile("(<td><a [^>]*>)([^<]*)");

    private Markdown() {}

    /** Reads a text. Comments are left out, and heads of tables in which nothing stands. */
    static Node read(String text) {
        Node document = PARSER.parse(text);
        for (TableHead head : all(document, TableHead.class)) {
            if (text(head).isEmpty()) {
                head.unlink();
            }
        }
        for (HtmlBlock block : all(document, HtmlBlock.class)) {
            if (block.getLiteral().startsWith("<!--")) {
                block.unlink();
            }
        }
        return document;
    }

    /**
     * Writes what stands below the title of a page.
     *
     * @param ids of its headings
     * @param table what a table is called, for those who hear it
     */
    static String html(Node document, Map<Heading, String> ids, String table) {
        String html = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .nodeRendererFactory(Formula.Renderer::new)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading && ids.containsKey(heading)) {
                        attributes.put("id", ids.get(heading));
                    } else if (tag.equals("pre")) {
                        // what is wider than the window is reached by keys too
                        attributes.put("tabindex", "0");
                    }
                })
                .build()
                .render(document);
        // No text can contain these: what looks like HTML in it is escaped.
        String tables = html.replace(
                        "<table>",
                        "<div class=\"scroll\" role=\"group\" aria-label=\"" + table + "\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>")
                // a cell without words is no heading
                .replace("<th></th>", "<td></td>");
        // a long name may break where its words end
        return NAME_IN_CELL
                .matcher(tables)
                .replaceAll(name ->
                        Matcher.quoteReplacement(name.group(1) + name.group(2).replace("_", "_<wbr>")));
    }

    /** All nodes of a kind, in the order of the text. */
    static <T extends Node> List<T> all(Node top, Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(top, kind, found);
        return found;
    }

    private static <T extends Node> void collect(Node node, Class<T> kind, List<T> found) {
        if (kind.isInstance(node)) {
            found.add(kind.cast(node));
        }
        for (Node child : children(node)) {
            collect(child, kind, found);
        }
    }

    /** What stands directly in a node. */
    static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** What a node says, without its form. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new Words(text));
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** The line of the text in which a node begins, from 1; 0 for what stands in no text. */
    static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1;
    }

    /** Collects words; between blocks and cells stands a blank. */
    private static final class Words extends AbstractVisitor {
        private final StringBuilder text;

        Words(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof Formula formula) {
                text.append(formula.tex());
            }
            super.visit(node);
            text.append(node instanceof Formula ? "" : " ");
        }

        @Override
        public void visit(CustomBlock node) {
            super.visit(node);
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block && !(parent instanceof TableBlock)) {
                text.append(' ');
            }
        }
    }
}
