/** Maps of places: reads GeoJSON and makes shapes of it that a page can hold. GeoJSON's parser and the geometry library are known here only. */
@NullMarked
package nl.mkba.cli.map;

import org.jspecify.annotations.NullMarked;
