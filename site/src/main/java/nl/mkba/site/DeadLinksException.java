package nl.mkba.site;

import java.util.Collection;

/** Links of the documentation that lead nowhere; the message has one a line, with its page and line. */
final class DeadLinksException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeadLinksException(Collection<String> links) {
        super("these links lead nowhere:\n" + String.join("\n", links));
    }
}
