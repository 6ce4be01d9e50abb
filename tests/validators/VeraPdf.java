import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates many PDF files against many flavours in one start of the virtual machine.
 *
 * <p>Usage: {@code java VeraPdf 3a,ua1 FILE...}. Prints one JSON object per file and flavour:
 * {@code {"file", "flavour", "compliant", "failed": [{"rule", "count", "message"}]}}. A file that cannot be read at
 * all is not compliant and fails the rule "unreadable". The exit code is 0 when the validator itself worked.
 */
public final class VeraPdf {

    /** How often a rule failed, and what it said the first time. */
    private static final class Failure {
        final String message;
        int count;

        Failure(String message) {
            this.message = message;
        }
    }

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int file = 1; file < arguments.length; file++) {
            for (String flavour : arguments[0].split(",")) {
                out.println(line(arguments[file], flavour, failures(arguments[file], flavour)));
            }
        }
    }

    private static Map<String, Failure> failures(String file, String flavour) {
        Map<String, Failure> failures = new TreeMap<>();
        PDFAFlavour wanted = PDFAFlavour.fromString(flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), wanted)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(wanted, false).validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    count(failures, rule(assertion), assertion.getMessage());
                }
            }
            if (!result.isCompliant() && failures.isEmpty()) {
                count(failures, "unfinished", "not compliant, though no rule failed");
            }
        } catch (Exception | StackOverflowError | NoClassDefFoundError fault) {
            count(failures, "unreadable", fault.toString());
        }
        return failures;
    }

    private static String rule(TestAssertion assertion) {
        return assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
    }

    private static void count(Map<String, Failure> failures, String rule, String message) {
        failures.computeIfAbsent(rule, unused -> new Failure(message)).count++;
    }

    private static String line(String file, String flavour, Map<String, Failure> failures) {
        String failed = failures.entrySet().stream()
                .map(entry -> String.format("{\"rule\": %s, \"count\": %d, \"message\": %s}",
                        quoted(entry.getKey()), entry.getValue().count, quoted(entry.getValue().message)))
                .collect(Collectors.joining(", "));
        return String.format("{\"file\": %s, \"flavour\": %s, \"compliant\": %b, \"failed\": [%s]}",
                quoted(file), quoted(flavour), failures.isEmpty(), failed);
    }

    /** A JSON string (RFC 8259, section 7). */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }

    private VeraPdf() {}
}
