/** The shape of scenario files: from located trees to the model and back, a class for each section. */
@NullMarked
package nl.mkba.file.format;

import org.jspecify.annotations.NullMarked;
