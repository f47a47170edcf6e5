/** Results as trees of maps, lists, numbers and texts with the keys of the JSON; for this project's own modules. */
@NullMarked
package nl.mkba.json.tree;

import org.jspecify.annotations.NullMarked;
