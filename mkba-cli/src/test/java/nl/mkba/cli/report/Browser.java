package nl.mkba.cli.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium with one tab, steered through its DevTools protocol. */
public final class Browser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");
    private static final int SECONDS = 60;

    private final Process process;
    private final Tab tab = new Tab();
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();

    private Browser(Process process, URI address) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tab)
                .get(SECONDS, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** Where a Chromium is installed: where MKBA_CHROMIUM says, or on the path. */
    private static Optional<Path> installed() {
        String named = System.getenv("MKBA_CHROMIUM");
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it with an empty profile in a folder. Where none is installed the tests are skipped, and say so.
     *
     * @param unopened what is not looked at then
     */
    public static Browser startOrSkip(Path profile, String unopened) throws Exception {
        Optional<Path> chromium = installed();
        if (chromium.isEmpty()) {
            System.err.println(
                    "SKIPPED: no Chromium, so " + unopened + " was not opened in a browser (.ci/install-browser)");
        }
        assumeTrue(chromium.isPresent(), "there is no Chromium; .ci/install-browser installs one");
        return start(chromium.orElseThrow(), profile);
    }

    private static Browser start(Path chromium, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, address(process, profile.resolve("DevToolsActivePort")));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI address(Process process, Path ports) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(ports) && !Files.readString(ports).isBlank()) {
                String port = Files.readAllLines(ports).get(0);
                HttpResponse<String> tabs = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                for (JsonNode each : JSON.readTree(tabs.body())) {
                    if (each.path("type").asText().equals("page")) {
                        return URI.create(each.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("Chromium does not answer");
    }

    /** Receives answers and events. */
    private static final class Tab implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                try {
                    JsonNode node = JSON.readTree(message.toString());
                    if (node.has("id")) {
                        answers.remove(node.get("id").asInt()).complete(node);
                    } else {
                        events.add(node);
                    }
                } catch (IOException e) {
                    answers.values().forEach(answer -> answer.completeExceptionally(e));
                }
                message.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Has the tab do something, and gives the answer. */
    public JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int number = numbers.incrementAndGet();
        ObjectNode request = JSON.createObjectNode().put("id", number).put("method", method);
        request.set("params", JSON.valueToTree(parameters));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        tab.answers.put(number, answer);
        socket.sendText(request.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode node = answer.get(SECONDS, TimeUnit.SECONDS);
        if (node.has("error")) {
            throw new IOException(method + ": " + node.get("error"));
        }
        return node.get("result");
    }

    /** Opens a file and waits until it is there and its scripts have run. */
    public void open(Path file) throws Exception {
        tab.events.clear();
        send("Page.navigate", Map.of("url", file.toUri().toString()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!has("Page.loadEventFired")) {
            if (System.nanoTime() > end) {
                throw new IOException(file + " does not load");
            }
            Thread.sleep(20);
        }
    }

    private boolean has(String method) {
        return !events(method).isEmpty();
    }

    /** What happened of one kind since the last page was opened. */
    public List<JsonNode> events(String method) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode event : tab.events) {
            if (event.path("method").asText().equals(method)) {
                found.add(event.path("params"));
            }
        }
        return found;
    }

    /** The value of a JavaScript expression, which may be a promise. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode result = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.get("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Presses and releases a key. */
    public void press(String key, int code) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "nativeVirtualKeyCode",
                            code));
        }
    }

    /** Sets the width of the window, and whether the reader prefers light or dark. */
    public void look(int width, String scheme) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        // The page redraws in the next frame.
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Shows the page as it is printed on paper of a width, until the next look at it. */
    void print(int width) throws Exception {
        look(width, "light");
        send("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Writes a picture of the top of the page. */
    public void screenshot(Path file, int width, int height) throws Exception {
        JsonNode picture = send(
                "Page.captureScreenshot",
                Map.of(
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1),
                        "captureBeyondViewport",
                        true));
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /** The page as PDF. */
    public byte[] pdf() throws Exception {
        JsonNode printed = send("Page.printToPDF", Map.of("preferCSSPageSize", true));
        return Base64.getDecoder().decode(printed.path("data").asText());
    }

    public void close() throws Exception {
        socket.abort();
        // Its children write to the profile, which is deleted afterwards.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException late) {
                each.destroyForcibly();
                each.onExit().get(SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
