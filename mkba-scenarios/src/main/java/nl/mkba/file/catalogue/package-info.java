/** The built-in catalogue: catalogue parameters with their sources, and the stakeholders they concern. */
@NullMarked
package nl.mkba.file.catalogue;

import org.jspecify.annotations.NullMarked;
