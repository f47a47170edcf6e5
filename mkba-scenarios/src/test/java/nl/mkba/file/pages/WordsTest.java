package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.engine.distribution.DistributionForm;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.Effect;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.scenario.Part;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Provenance;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One vocabulary: no page, message or comment uses a word that the glossary lists under "not" in its language, or, in English, one of the
 * turns of phrase in {@code words/english.txt}. Code, in fences or between backticks, and links are not looked at. {@code words/allowed.txt}
 * holds the exceptions, each with its reason; one that is not needed fails too. Of the examples both the pages and the texts of the
 * scenarios are looked at.
 */
class WordsTest {

    private static final Path ROOT = Page.DOCS.resolve("..").normalize();
    private static final Path WORDS = Path.of("src", "test", "resources", "words");
    private static final int ENGLISH = 5;
    private static final int DUTCH = 6;
    private static final Locale DUTCH_LANGUAGE = Locale.forLanguageTag("nl");

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern ENGLISH_PART = Pattern.compile("(?m)^(?:## English|\\*\\*English\\.\\*\\*)");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`|\\]\\([^)]*\\)");
    private static final Pattern JAVA_TOKEN = Pattern.compile(
            "(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'|/\\*.*?\\*/|(?://[^\n]*\n\\s*)+");
    private static final Pattern JAVA_CODE = Pattern.compile("\\{@(?:code|link|linkplain)[^}]*}|@param\\s+\\S+");
    private static final Pattern MARGIN = Pattern.compile("\\s*\n\\s*(?:\\*|//)?\\s*");

    /** A text that people read, and the file it is in. */
    private record Passage(String file, String text) {}

    /** What may stand in a file all the same. */
    private record Allowed(String file, String words) {}

    @Test
    void noEnglishTextUsesAWordToAvoid() {
        assertThat(uses(english(), avoided(ENGLISH))).isEmpty();
    }

    @Test
    void noDutchTextUsesAWordToAvoid() {
        assertThat(uses(dutch(), avoided(DUTCH))).isEmpty();
    }

    @Test
    void noEnglishTextReadsAsTranslated() {
        assertThat(uses(english(), patterns())).isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() {
        List<Passage> all = Stream.concat(english().stream(), dutch().stream()).toList();
        assertThat(exceptions())
                .allSatisfy(exception -> assertThat(all)
                        .anyMatch(passage -> passage.file().equals(exception.file())
                                && passage.text().replaceAll("\\s+", " ").contains(exception.words())));
    }

    private static List<String> uses(List<Passage> passages, Pattern words) {
        List<String> found = new ArrayList<>();
        List<Allowed> exceptions = exceptions();
        for (Passage passage : passages) {
            String text = passage.text().replaceAll("\\s+", " ");
            for (Allowed exception : exceptions) {
                if (exception.file().equals(passage.file())) {
                    text = text.replace(exception.words(), "…");
                }
            }
            Matcher word = words.matcher(text);
            while (word.find()) {
                String around =
                        text.substring(Math.max(0, word.start() - 40), Math.min(text.length(), word.end() + 40));
                found.add(passage.file() + ": " + around);
            }
        }
        return found;
    }

    /** The words of a column of the glossary, as whole words in any case. */
    private static Pattern avoided(int column) {
        String words = lines(Page.DOCS.resolve("glossary.md")).stream()
                .map(row -> row.split("\\|", -1))
                .filter(cells -> cells.length > DUTCH && !cells[1].isBlank() && !cells[1].contains("---"))
                .skip(1)
                .flatMap(cells -> Arrays.stream(cells[column].split(",")))
                .map(String::strip)
                .filter(word -> !word.equals("–"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        assertThat(words).isNotEmpty();
        return Pattern.compile("(?iu)(?<![\\w-])(?:" + words + ")(?![\\w-])");
    }

    private static Pattern patterns() {
        return Pattern.compile("(?i)" + String.join("|", entries("english.txt")));
    }

    private static List<Allowed> exceptions() {
        return entries("allowed.txt").stream()
                .map(line -> line.split(" \\| "))
                .map(parts -> new Allowed(parts[0], parts[1]))
                .toList();
    }

    private static List<String> entries(String name) {
        return lines(WORDS.resolve(name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<Passage> english() {
        List<Passage> passages = new ArrayList<>(builtIn(Locale.ENGLISH));
        for (Path file : files()) {
            String name = name(file);
            boolean page = name.endsWith(".md")
                    && !name.startsWith("docs/nl/")
                    && !name.startsWith("examples/")
                    && !name.equals("docs/glossary.md");
            if (page || name.equals("examples/README.md")) {
                passages.add(new Passage(name, prose(text(file))));
            } else if (isExample(name)) {
                passages.add(new Passage(name, prose(text(file).substring(englishPart(file)))));
                passages.add(scenario(file, Locale.ENGLISH));
            } else if (name.matches(".*/(messages_en|report_en|problems_en)\\.properties")) {
                passages.add(new Passage(name, messages(file)));
            } else if (name.endsWith(".java")) {
                passages.add(new Passage(name, comments(text(file))));
            }
        }
        return passages;
    }

    private static List<Passage> dutch() {
        List<Passage> passages = new ArrayList<>(builtIn(DUTCH_LANGUAGE));
        for (Path file : files()) {
            String name = name(file);
            if (name.startsWith("docs/nl/") && name.endsWith(".md")) {
                passages.add(new Passage(name, prose(text(file))));
            } else if (isExample(name)) {
                passages.add(new Passage(name, prose(text(file).substring(0, englishPart(file)))));
                passages.add(scenario(file, DUTCH_LANGUAGE));
            } else if (name.matches(".*/(messages_nl|report_nl|problems_nl)\\.properties")) {
                passages.add(new Passage(name, messages(file)));
            }
        }
        return passages;
    }

    private static List<Passage> builtIn(Locale language) {
        return List.of(
                new Passage("the catalogue", catalogue(language)), new Passage("the distributions", forms(language)));
    }

    /** What reports and editors say of distributions. */
    private static String forms(Locale language) {
        return Stream.of(DistributionForm.values())
                .flatMap(form -> Stream.of(form.title(), form.description()))
                .map(text -> CODE.matcher(text.in(language)).replaceAll("…"))
                .collect(Collectors.joining("\n"));
    }

    /** A page beside a scenario of the same name as its folder, in Dutch and then in English. */
    private static boolean isExample(String name) {
        return name.matches("examples/\\w+/README\\.md") && Files.exists(scenarioOf(ROOT.resolve(name)));
    }

    private static Path scenarioOf(Path page) {
        Path folder = page.resolveSibling("").normalize();
        return folder.resolve(folder.getFileName() + ".yaml");
    }

    private static int englishPart(Path page) {
        Matcher english = ENGLISH_PART.matcher(text(page));
        assertThat(english.find()).as(name(page)).isTrue();
        return english.start();
    }

    /** Every text of the scenario that a page is about. */
    private static Passage scenario(Path page, Locale language) {
        List<String> texts = new ArrayList<>();
        collect(ScenarioFile.read(scenarioOf(page)), language, texts);
        return new Passage(name(scenarioOf(page)), String.join("\n", texts));
    }

    private static void collect(@Nullable Object part, Locale language, List<String> texts) {
        if (part instanceof Text text) {
            texts.add(CODE.matcher(text.in(language)).replaceAll("…"));
        } else if (part instanceof Part whole) {
            whole.components().values().forEach(each -> collect(each, language, texts));
        } else if (part instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, language, texts));
        } else if (part instanceof List<?> list) {
            list.forEach(each -> collect(each, language, texts));
        } else if (part instanceof Scenario.Texts whole) {
            collect(whole.description(), language, texts);
            collect(whole.notes(), language, texts);
        } else if (part instanceof Provenance provenance) {
            collect(provenance.note(), language, texts);
        }
    }

    /** The names and notes of what is built in. */
    private static String catalogue(Locale language) {
        Catalogue catalogue = Catalogue.read();
        return Stream.of(
                        catalogue.stakeholders().stream().map(stakeholder -> stakeholder.name(language)),
                        figures(catalogue).map(figure -> figure.name(language)),
                        figures(catalogue).flatMap(figure -> figure.note(language).stream()))
                .flatMap(texts -> texts)
                .map(text -> CODE.matcher(text).replaceAll("…"))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<KeyFigure> figures(Catalogue catalogue) {
        return Stream.concat(
                catalogue.keyFigures().stream(), catalogue.effects().stream().map(Effect::figure));
    }

    private static String prose(String page) {
        return CODE.matcher(FENCE.matcher(page).replaceAll("")).replaceAll("…");
    }

    /** The texts behind the keys, without code in them. */
    private static String messages(Path file) {
        return lines(file).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .map(text -> CODE.matcher(text).replaceAll("…"))
                .collect(Collectors.joining("\n"));
    }

    private static String comments(String source) {
        StringBuilder comments = new StringBuilder();
        Matcher token = JAVA_TOKEN.matcher(source);
        while (token.find()) {
            if (token.group().startsWith("/")) {
                String comment = JAVA_CODE.matcher(token.group()).replaceAll("…");
                comments.append(MARGIN.matcher(comment).replaceAll(" ")).append('\n');
            }
        }
        return comments.toString();
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    /** The pages, and the sources of every module, without what is built. */
    private static List<Path> files() {
        List<Path> files = new ArrayList<>(found(ROOT.resolve("examples"), 2));
        files.addAll(found(ROOT, 1));
        files.addAll(found(Page.DOCS.normalize(), Integer.MAX_VALUE));
        for (Path module : folders()) {
            if (Files.isDirectory(module.resolve("src").resolve("main"))) {
                files.addAll(found(module.resolve("src").resolve("main"), Integer.MAX_VALUE));
            }
        }
        return files;
    }

    private static List<Path> folders() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> found(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(md|java|properties)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
