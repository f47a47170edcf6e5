@org.jspecify.annotations.NullMarked
package nl.mkba.engine.cooperation;
