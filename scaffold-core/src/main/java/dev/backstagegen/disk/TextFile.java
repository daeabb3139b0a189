package dev.backstagegen.disk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the bytes of a file mean. Decoding and encoding gives the same bytes.
 *
 * @param text the text; with line feeds when every line ended with CR LF, else exactly what is there
 * @param crlf whether every line ends with CR LF on the disk
 */
record TextFile(String text, boolean crlf) {

    /** Larger files are not source text, and reading them would only cost time. */
    static final long LIMIT = 16L << 20;

    private static final Pattern LINE_FEED_ALONE = Pattern.compile("(?<!\r)\n");

    /** @return the text, or nothing when the bytes are not UTF-8 */
    static Optional<TextFile> decode(byte[] bytes) {
        String raw;
        try {
            raw = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        String text = raw.replace("\r\n", "\n");
        boolean crlf = text.length() < raw.length()
                && text.indexOf('\r') < 0
                && text.replace("\n", "\r\n").equals(raw);
        return Optional.of(new TextFile(crlf ? text : raw, crlf));
    }

    /** @throws IllegalArgumentException when the text holds half a character, which has no UTF-8 */
    byte[] encode() {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(raw()));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The text holds half a character", e);
        }
    }

    /** The text with the ends of its lines as they are on the disk. */
    String raw() {
        return crlf ? LINE_FEED_ALONE.matcher(text).replaceAll("\r\n") : text;
    }
}
