/** A program that embeds mkba. */
module com.example.embedding {
    requires nl.mkba.file;
    requires nl.mkba.json;
}
