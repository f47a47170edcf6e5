package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of dropped files, out of what the systems make of them. */
class DroppedFilesTest {

    private static Arguments line(String line, String... files) {
        return Arguments.of(line, List.of(files));
    }

    /** As Windows starts a command file on which files were dropped: it quotes names with a space in them, and no others. */
    static Stream<Arguments> commandLines() {
        return Stream.of(
                line("C:\\Windows\\system32\\cmd.exe /c \"\"C:\\mkba\\mkba.cmd\" \""),
                line("cmd /c \"\"C:\\mkba\\mkba.cmd\" C:\\a.yaml\"", "C:\\a.yaml"),
                line("cmd /c \"\"C:\\mkba\\mkba.cmd\" \"C:\\a b.yaml\"\"", "C:\\a b.yaml"),
                line("cmd /c \"\"C:\\my mkba (2)\\mkba.cmd\" C:\\a&b.yaml\"", "C:\\a&b.yaml"),
                line("\"C:\\WINDOWS\\system32\\cmd.exe\" /C \"\"C:\\m\\mkba.cmd\" C:\\a^b.yaml\"", "C:\\a^b.yaml"),
                line(
                        "cmd /c \"\"C:\\m\\mkba.cmd\" C:\\100%PATH%!x!.yaml \"C:\\é, ; = (x).yaml\" \\\\server\\b.yaml\"",
                        "C:\\100%PATH%!x!.yaml", "C:\\é, ; = (x).yaml", "\\\\server\\b.yaml"),
                // from PowerShell, and from a program
                line("cmd.exe /c \"\"C:\\m\\mkba.cmd\" \"C:\\a b.yaml\"\" ", "C:\\a b.yaml"),
                line("cmd.exe /c C:\\m\\mkba.cmd C:\\a.yaml", "C:\\a.yaml"),
                // a prompt, or nothing
                line("C:\\Windows\\system32\\cmd.exe"),
                line(""));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void theLineOfWindowsIsTakenApart(String line, List<String> files) {
        assertThat(DroppedFiles.ofCommandLine(line)).isEqualTo(files);
    }

    /** As the terminals of a Mac and of Linux write a name that is dragged into them. */
    static Stream<Arguments> typed() {
        return Stream.of(
                line("/home/x/a.yaml ", "/home/x/a.yaml"),
                line("/Users/x/Mijn\\ wijk/caf\u00e9\\ \\&\\ co.yaml", "/Users/x/Mijn wijk/caf\u00e9 & co.yaml"),
                line("'/home/x/a b.yaml'  '/home/x/it'\\''s.yaml'", "/home/x/a b.yaml", "/home/x/it's.yaml"),
                line("\"/home/x/a \\\"b\\\" \\$c.yaml\"", "/home/x/a \"b\" $c.yaml"),
                line("~/a\\\\b.yaml", "~/a\\b.yaml"),
                line("'not closed", "not closed"));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void aLineIsReadAsAShellReadsIt(String line, List<String> files) {
        assertThat(DroppedFiles.shellWords(line)).isEqualTo(files);
    }

    @Property
    void whatIsQuotedForAShellComesBack(
            @ForAll @NotEmpty List<@NotEmpty @CharRange(from = '!', to = '~') String> names) {
        String line =
                String.join(" ", names.stream().map(WrittenCommand::quoted).toList());
        assertThat(DroppedFiles.shellWords(line)).isEqualTo(names);
    }

    @Property
    void everyCharacterMayHaveABackslash(@ForAll @NotEmpty @CharRange(from = ' ', to = '~') String name) {
        assertThat(DroppedFiles.shellWords(name.replaceAll("(?s)(.)", "\\\\$1")))
                .containsExactly(name);
    }

    @Test
    void aWholeLineThatIsAFileIsOne() {
        String name = Path.of("src").toAbsolutePath().toString();
        assertThat(DroppedFiles.in(Map.of("MKBA_TYPED", " " + name + " "))).containsExactly(name);
    }

    @Test
    void whatIsTypedComesBeforeWhatWasDropped() {
        assertThat(DroppedFiles.in(Map.of("MKBA_TYPED", "b.yaml", "MKBA_DROPPED", "cmd /c \"\"m.cmd\" a.yaml\"")))
                .containsExactly("b.yaml");
        assertThat(DroppedFiles.isWindow(Map.of("MKBA_WINDOW", "yes"))).isTrue();
        assertThat(DroppedFiles.isWindow(Map.of())).isFalse();
    }

    @Test
    void theBrowserIsTheSystemsUnlessAnotherIsNamed() {
        Path page = Path.of("/x/a, b.html");
        assertThat(WebBrowser.command(page, "", "linux")).containsExactly("xdg-open", "/x/a, b.html");
        assertThat(WebBrowser.command(page, null, "mac os x")).containsExactly("open", "/x/a, b.html");
        assertThat(WebBrowser.command(page, null, "windows 11")).containsExactly("explorer.exe", "\"/x/a, b.html\"");
        assertThat(WebBrowser.command(page, "/my/browser", "windows 11"))
                .containsExactly("/my/browser", "/x/a, b.html");
    }
}
