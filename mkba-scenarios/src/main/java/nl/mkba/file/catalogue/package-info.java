/** The built-in catalogue: key figures with their sources, and the parties they concern. */
@NullMarked
package nl.mkba.file.catalogue;

import org.jspecify.annotations.NullMarked;
