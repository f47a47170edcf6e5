/** A YAML file as a tree in which every key and value knows its place. */
@NullMarked
package nl.mkba.file.yaml;

import org.jspecify.annotations.NullMarked;
