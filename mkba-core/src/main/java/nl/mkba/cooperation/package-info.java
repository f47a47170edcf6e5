/** Who must join in: who pays and who gains, what would make everybody whole, and what each intervention adds. */
@NullMarked
package nl.mkba.cooperation;

import org.jspecify.annotations.NullMarked;
