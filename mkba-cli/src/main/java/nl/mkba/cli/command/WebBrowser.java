package nl.mkba.cli.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program that shows web pages: that of {@code MKBA_BROWSER}, or else the system's own choice. */
final class WebBrowser {

    /** What starts a browser has soon done so, or says soon that it cannot. */
    private static final long SECONDS = 3;

    private WebBrowser() {}

    /** Shows a page; false if that cannot be done. */
    static boolean open(Path page, Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        try {
            Process started = new ProcessBuilder(command(page, environment.get("MKBA_BROWSER"), system))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            // what explorer.exe ends with says nothing
            return system.startsWith("windows")
                    || !started.waitFor(SECONDS, TimeUnit.SECONDS)
                    || started.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static List<String> command(Path page, @Nullable String browser, String system) {
        if (browser != null && !browser.isBlank()) {
            return List.of(browser, page.toString());
        }
        if (system.startsWith("windows")) {
            // quoted, since a comma would part the name
            return List.of("explorer.exe", "\"" + page + "\"");
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
