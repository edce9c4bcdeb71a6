import java.util.Set;

/** The capitalised identifiers of a Java text: every type it can name. */
final class Identifiers {

    private Identifiers() {
    }

    static void collect(String text, Set<Integer> into) {
        int n = text.length();
        for (int i = 0; i < n;) {
            char c = text.charAt(i);
            if (!Character.isJavaIdentifierStart(c)) {
                i++;
                continue;
            }
            int start = i;
            while (i < n && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            if (Character.isUpperCase(c)) {
                into.add(text.substring(start, i).hashCode());
            }
        }
    }
}
