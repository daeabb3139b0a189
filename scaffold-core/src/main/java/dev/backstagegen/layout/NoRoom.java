package dev.backstagegen.layout;

/** An argument cannot be printed on its own lines while the others stay together. */
final class NoRoom extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRoom() {
        super("", null, false, false);
    }
}
