package nl.mkba.site;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** A formula in TeX, between one or two dollar signs as code hosts read them. The page's script shows it. */
final class Formula extends CustomNode {

    private final String tex;
    private final boolean display;

    private Formula(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    /** Finds formulas in a text. */
    static final class Reader implements InlineContentParserFactory, InlineContentParser {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            int signs = scanner.matchMultiple('$');
            Position begin = scanner.position();
            if (signs > 2 || Character.isWhitespace(scanner.peek()) || scanner.find('$') < 0) {
                return ParsedInline.none();
            }
            String tex = scanner.getSource(begin, scanner.position()).getContent();
            boolean closed = scanner.matchMultiple('$') == signs && !tex.isBlank() && !tex.endsWith(" ");
            // money is not a formula: "from $5 to $10"
            return closed && !Character.isDigit(scanner.peek())
                    ? ParsedInline.of(new Formula(tex, signs == 2), scanner.position())
                    : ParsedInline.none();
        }
    }

    /** Writes formulas into a page. */
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Formula.class);
        }

        @Override
        public void render(Node node) {
            Formula formula = (Formula) node;
            HtmlWriter writer = context.getWriter();
            writer.raw(formula.display ? "<span class=\"formula\" data-display=\"true\">" : "<span class=\"formula\">");
            writer.text(formula.tex);
            writer.raw("</span>");
        }
    }
}
