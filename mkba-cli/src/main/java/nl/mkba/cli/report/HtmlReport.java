package nl.mkba.cli.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.engine.plan.PlanDescription;
import org.jspecify.annotations.Nullable;

/** The report as one web page that needs nothing else: no network, no other file. */
public final class HtmlReport {

    static final String TEMPLATES = "nl.mkba.cli.report.template";
    private static final List<String> SCRIPTS = List.of("echarts.min.js", "plan.js", "charts.js", "page.js");

    private HtmlReport() {}

    /**
     * The page about one scenario.
     *
     * @param language the one that is shown first; the other is in the page too
     */
    public static String of(Findings findings, Repetition repetition, Language language) {
        return of(findings, repetition, language, null);
    }

    /**
     * The page about one scenario, which loads itself again whenever its file is written again.
     *
     * @param language the one that is shown first; the other is in the page too
     * @param refresh what it looks at for that; null for a page that stays as it is
     */
    public static String of(Findings findings, Repetition repetition, Language language, @Nullable Refresh refresh) {
        return page(
                each -> Documents.of(findings, repetition, each),
                language,
                findings.scenario().currency(),
                findings.shown().result().alternative(),
                plans(findings),
                repetition.version(),
                refresh);
    }

    /** The page that puts two scenarios beside each other. */
    public static String comparing(Findings first, Findings second, Repetition repetition, Language language) {
        return page(
                each -> Documents.comparing(first, second, repetition, each),
                language,
                first.scenario().currency(),
                "",
                Map.of(),
                repetition.version(),
                null);
    }

    private static String page(
            Function<Language, Document> documents,
            Language language,
            String currency,
            String best,
            Map<String, String> plans,
            String version,
            @Nullable Refresh refresh) {
        List<Page.Voice> voices = new ArrayList<>();
        voices.add(new Page.Voice(documents.apply(language), currency));
        for (Language other : Language.values()) {
            if (other != language) {
                voices.add(new Page.Voice(documents.apply(other), currency));
            }
        }
        List<String> scripts =
                new ArrayList<>(SCRIPTS.stream().map(HtmlReport::resource).toList());
        if (refresh != null) {
            scripts.add(refresh.script(resource("watch.js")));
        }
        String policy = policy(scripts) + (refresh == null ? "" : " file:");
        Page page =
                new Page(language.id(), voices, best, currency, version, plans, resource("page.css"), scripts, policy);
        StringOutput html = new StringOutput(1 << 20);
        TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES)
                .render("page.jte", page, html);
        // A browser would end a line behind the sign.
        return html.toString().replace("-€", "-\u2060€");
    }

    private static Map<String, String> plans(Findings findings) {
        Map<String, String> plans = new LinkedHashMap<>();
        for (CaseFindings each : findings.cases()) {
            plans.put(each.result().alternative(), Page.embedded(tree(WhatIfTopic.plan(each))));
        }
        return plans;
    }

    /** A plan as a tree; a step is a list, since there are many, and ends with the register it writes, or −1 for a check. */
    static Map<String, @Nullable Object> tree(PlanDescription plan) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("years", plan.years());
        tree.put("inputs", plan.inputs());
        Map<String, @Nullable Object> constants = new LinkedHashMap<>();
        plan.constants().forEach((register, values) -> constants.put(String.valueOf(register), values));
        tree.put("constants", constants);
        tree.put(
                "steps",
                plan.steps().stream()
                        .map(step -> List.of(
                                step.op().name(),
                                step.operands(),
                                step.immediates(),
                                step.result().orElse(-1)))
                        .toList());
        tree.put("outputs", plan.outputs());
        return tree;
    }

    /** Only these scripts may run, and nothing may be fetched. */
    static String policy(List<String> scripts) {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src "
                + scripts.stream()
                        .map(script -> "'sha256-" + hash(script) + "'")
                        .collect(Collectors.joining(" "));
    }

    private static String hash(String script) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A script or style sheet that stands beside this class. */
    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (text.contains("</script") || text.contains("</style")) {
                throw new IllegalStateException("The resource " + name + " would end the element it stands in");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
