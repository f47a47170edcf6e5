package nl.mkba.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a module promises to programs: every public type of the packages it exports to all, with its public and protected
 * members, as text. The text is kept in {@code src/api/api.txt}, so that a change of the promise is seen in review.
 */
public final class PublicApi {

    private static final Path KEPT = Path.of("src", "api", "api.txt");

    private static final Set<String> IMPLIED = Set.of("equals", "hashCode", "toString");

    private PublicApi() {}

    /**
     * Holds a module against its kept text.
     *
     * @param entry any class of the module
     */
    public static void hold(Class<?> entry) throws IOException {
        List<String> actual = describe(entry);
        List<String> kept = Files.exists(KEPT) ? Files.readAllLines(KEPT) : List.of();
        Path made =
                Files.createDirectories(classes(entry).resolveSibling("api")).resolve("api.txt");
        Files.write(made, actual);
        List<String> gone = withTypes(kept);
        gone.removeAll(withTypes(actual));
        List<String> added = withTypes(actual);
        added.removeAll(withTypes(kept));
        assertThat(actual)
                .as(
                        "The public API has changed.%n  gone:%n    %s%n  new:%n    %s%nIf that is meant, a line in CHANGELOG.md says so, and%n"
                                + "  cp %s %s%n",
                        String.join("\n    ", gone), String.join("\n    ", added), made, KEPT.toAbsolutePath())
                .isEqualTo(kept);
    }

    /** Each line of a member with its type before it. */
    private static List<String> withTypes(List<String> lines) {
        List<String> all = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            boolean isMember = line.startsWith(" ");
            type = isMember ? type : line;
            all.add(isMember ? type + ": " + line.strip() : line);
        }
        return all;
    }

    /** The promise, sorted by type and member. */
    public static List<String> describe(Class<?> entry) throws IOException {
        ModuleReference module =
                ModuleFinder.of(classes(entry)).findAll().iterator().next();
        Set<String> exported = module.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        SortedMap<String, List<String>> types = new TreeMap<>();
        try (ModuleReader reader = module.open();
                Stream<String> resources = reader.list()) {
            for (String resource : resources.toList()) {
                String name = resource.replace('/', '.').replaceFirst("\\.class$", "");
                int end = name.lastIndexOf('.');
                if (resource.endsWith(".class") && end > 0 && exported.contains(name.substring(0, end))) {
                    Class<?> type = load(name, entry);
                    if (isOpen(type)) {
                        types.put(name, lines(type));
                    }
                }
            }
        }
        return types.values().stream().flatMap(List::stream).toList();
    }

    private static Path classes(Class<?> entry) {
        try {
            return Path.of(
                    entry.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name, Class<?> entry) {
        try {
            return Class.forName(name, false, entry.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Whether other programs can name a type: it and all around it are public. */
    private static boolean isOpen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isSynthetic()
                && (type.getEnclosingClass() == null || isOpen(type.getEnclosingClass()));
    }

    /** A type with its members below it, on lines of their own. */
    private static List<String> lines(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(kind(type));
        Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(PublicApi::isPromised)
                .map(member -> "    " + text(member, type))
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    /** Not what every value, record and enum has. */
    private static boolean isPromised(Member member) {
        if (member instanceof Method method
                && (IMPLIED.contains(method.getName()) && method.getParameterCount() < 2
                        || method.getDeclaringClass().isEnum()
                                && method.getName().matches("values|valueOf"))) {
            return false;
        }
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers())
                        || Modifier.isProtected(member.getModifiers())
                                && !Modifier.isFinal(member.getDeclaringClass().getModifiers()));
    }

    private static String text(Member member, Class<?> of) {
        String whole = member instanceof Method method
                ? method.toGenericString()
                : member instanceof Constructor<?> constructor
                        ? constructor.toGenericString()
                        : ((Field) member).toGenericString();
        String own = of.getName();
        return shorter(whole.replace(" " + own + "." + member.getName(), " " + member.getName())
                .replaceFirst("^public ", "")
                .replace(own + "(", of.getSimpleName() + "("));
    }

    private static String shorter(String text) {
        return text.replaceAll("java\\.lang\\.(?=[A-Z])", "");
    }

    private static String bounded(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getBounds())
                .filter(bound -> bound != Object.class)
                .map(Type::getTypeName)
                .collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String kind(Class<?> type) {
        // not toGenericString, which says other things on other versions of Java
        int modifiers = type.getModifiers() & ~Modifier.INTERFACE;
        if (type.isInterface() || type.isEnum()) {
            modifiers &= ~Modifier.ABSTRACT & ~Modifier.FINAL;
        }
        StringBuilder text = new StringBuilder(Modifier.toString(modifiers));
        text.append(type.isSealed() && !type.isEnum() ? " sealed " : " ");
        text.append(
                type.isInterface() ? "interface " : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ");
        text.append(type.getName());
        if (type.getTypeParameters().length > 0) {
            text.append(Arrays.stream(type.getTypeParameters())
                    .map(PublicApi::bounded)
                    .collect(Collectors.joining(", ", "<", ">")));
        }
        Type above = type.getGenericSuperclass();
        if (above != null && above != Object.class && above != Record.class && !type.isEnum()) {
            text.append(" extends ").append(above.getTypeName());
        }
        List<String> implemented = Arrays.stream(type.getGenericInterfaces())
                .map(Type::getTypeName)
                .sorted()
                .toList();
        if (!implemented.isEmpty()) {
            text.append(type.isInterface() ? " extends " : " implements ").append(String.join(", ", implemented));
        }
        return shorter(text.toString());
    }
}
