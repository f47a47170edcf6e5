package nl.mkba.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Every component of a public record, in the packages that a module exports to all, says what it means. All else that Javadoc could
 * leave unsaid the compiler refuses ({@code doclint.missing} in the root {@code pom.xml}), but that of Java 17 passes over records.
 */
public final class DocumentedApi {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private DocumentedApi() {}

    /** Holds the module whose sources are in the folder where the test runs. */
    public static void hold() throws IOException {
        Set<String> undocumented = new TreeSet<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Visitor(docs, undocumented).scan(unit, null);
            }
        }
        assertThat(undocumented).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Set<String> exported;
        Path classes = Path.of("target", "classes", "module-info.class");
        try (var descriptor = Files.newInputStream(classes)) {
            exported = ModuleDescriptor.read(descriptor).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
        List<Path> sources = new ArrayList<>();
        for (String name : exported) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static final class Visitor extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final Set<String> undocumented;

        Visitor(DocTrees docs, Set<String> undocumented) {
            this.docs = docs;
            this.undocumented = undocumented;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isOpen(type.getModifiers(), getCurrentPath().getParentPath())) {
                return null;
            }
            if (type.getKind() == Tree.Kind.RECORD) {
                Set<String> explained = explained();
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree component
                            && !component.getModifiers().getFlags().contains(Modifier.STATIC)
                            && !explained.contains(component.getName().toString())) {
                        undocumented.add(getCurrentPath().getCompilationUnit().getPackageName() + "."
                                + type.getSimpleName() + ": @param " + component.getName());
                    }
                }
            }
            return super.visitClass(type, nothing);
        }

        /** The components that the comment of the record explains. */
        private Set<String> explained() {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            return comment == null
                    ? Set.of()
                    : comment.getBlockTags().stream()
                            .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
                            .map(tag -> ((ParamTree) tag).getName().toString())
                            .collect(Collectors.toSet());
        }

        /** Public or protected, or in an interface or an enum's list, where that is implied. */
        private static boolean isOpen(ModifiersTree modifiers, TreePath around) {
            Set<Modifier> flags = modifiers.getFlags();
            if (flags.contains(Modifier.PRIVATE)) {
                return false;
            }
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || around.getLeaf().getKind() == Tree.Kind.INTERFACE;
        }
    }
}
