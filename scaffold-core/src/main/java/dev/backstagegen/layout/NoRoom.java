package dev.backstagegen.layout;

/** An argument cannot be printed on its own lines while the others stay together. */
final class NoRoom extends RuntimeException {

    NoRoom() {
        super("", null, false, false);
    }
}
