package nl.mkba.cli.report;

/**
 * By what a page that is open in a browser learns that its file was written again: a script beside it, its sign, which names the
 * version that is now there.
 *
 * @param sign the name of the script's file, in the page's own folder
 * @param version of this page; another one for each content
 */
public record Refresh(String sign, String version) {

    /** The text of the sign. */
    public static String sign(String version, String problems) {
        return "mkbaWatched(" + Page.embedded(version) + ", " + Page.embedded(problems) + ");\n";
    }

    /** The page's own script, which looks at the sign. */
    String script(String template) {
        return template.replace("/*sign*/''", Page.embedded(sign)).replace("/*version*/''", Page.embedded(version));
    }
}
