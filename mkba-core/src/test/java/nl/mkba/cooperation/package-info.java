@org.jspecify.annotations.NullMarked
package nl.mkba.cooperation;
