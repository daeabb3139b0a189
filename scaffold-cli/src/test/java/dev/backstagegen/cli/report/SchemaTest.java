package dev.backstagegen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backstagegen.check.CheckReport;
import dev.backstagegen.cli.Ink;
import dev.backstagegen.cli.SchemaKeys;
import dev.backstagegen.layout.Markdown;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What programs read is what they were promised: our schema, that of SARIF, and well-formed XML. */
class SchemaTest {

    private static final Path OURS = Path.of("../docs/check-report.schema.json");
    private static final Path PAGE = Path.of("../docs/check-report.md");
    private static final Path SARIF = Path.of("src/test/resources/schema/sarif-2.1.0-rtm.5.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<CheckReport> reports() {
        return List.of(Reports.empty(), Reports.clean(), Reports.many(3), Reports.awkward());
    }

    private static List<Error> faults(SpecificationVersion version, String schema, String document) {
        Schema read = SchemaRegistry.withDefaultDialect(version).getSchema(schema);
        return read.validate(
                document,
                InputFormat.JSON,
                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonIsAsItsSchemaSays(CheckReport report) throws IOException {
        // The schema lets keys be added; here, each of them has to be described.
        String strict = Files.readString(OURS)
                .replace("\"properties\": {", "\"additionalProperties\": false, \"properties\": {");

        assertThat(faults(SpecificationVersion.DRAFT_7, strict, new JsonFormat().write(report, Reports.run())))
                .isEmpty();
    }

    @Test
    void theSchemaIsOneAndRefusesWhatIsAmiss() throws IOException {
        String schema = Files.readString(OURS);
        String document = new JsonFormat().write(Reports.awkward(), Reports.run());

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"))
                        .validate(schema, InputFormat.JSON))
                .isEmpty();
        for (String[] wrong : new String[][] {
            {"\"severity\": \"error\"", "\"severity\": \"fatal\""},
            {"\"line\": 1", "\"line\": 0"},
            {"\"fixable\": \"safe\"", "\"fixable\": true"},
            {"\"fingerprint\"", "\"print\""},
            {"\"schemaVersion\": 1", "\"schemaVersion\": 2"}
        }) {
            String spoilt = document.replaceFirst(wrong[0], wrong[1]);
            assertThat(spoilt).isNotEqualTo(document);
            assertThat(faults(SpecificationVersion.DRAFT_7, schema, spoilt))
                    .as(wrong[1])
                    .isNotEmpty();
        }
    }

    @Test
    void thePageHasTheKeysOfTheSchema() throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(OURS));
        StringBuilder table = new StringBuilder("| key | meaning |\n| --- | --- |\n");
        SchemaKeys.list(schema, schema, "", table);
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf("<!-- end keys -->"));
        before = before.substring(0, before.indexOf("keys -->\n") + "keys -->\n".length());
        String written = before + "\n" + Markdown.format(table.toString()) + "\n"
                + page.substring(page.indexOf("<!-- end keys"));

        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).as("rewrite it with -Dupdate").isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarifIsAsItsSchemaSays(CheckReport report) throws IOException {
        String schema = Files.readString(SARIF);
        Run all = Run.of("1.2.3", 0, Ink.NONE);

        assertThat(faults(SpecificationVersion.DRAFT_4, schema, new SarifFormat().write(report, Reports.run())))
                .isEmpty();
        assertThat(faults(SpecificationVersion.DRAFT_4, schema, new SarifFormat().write(report, all)))
                .isEmpty();
    }

    @Test
    void theSchemaOfSarifIsTakenSeriously() throws IOException {
        String document = new SarifFormat().write(Reports.awkward(), Reports.run());
        for (String[] wrong : new String[][] {
            {"\"uri\": \"", "\"uri\": \" "},
            {"\"startLine\": 1", "\"startLine\": 0"},
            {"\"level\": \"note\"", "\"level\": \"info\""}
        }) {
            assertThat(faults(
                            SpecificationVersion.DRAFT_4,
                            Files.readString(SARIF),
                            document.replaceFirst(wrong[0], wrong[1])))
                    .as(wrong[1])
                    .isNotEmpty();
        }
    }

    @Test
    void whatSarifRefersToIsThere() throws IOException {
        JsonNode run = JSON.readTree(new SarifFormat().write(Reports.awkward(), Reports.run()))
                .at("/runs/0");
        JsonNode rules = run.at("/tool/driver/rules");
        List<String> paths = Reports.awkward().problems().stream()
                .map(problem -> problem.path().value())
                .toList();

        for (int i = 0; i < paths.size(); i++) {
            JsonNode result = run.at("/results/" + i);
            JsonNode file = result.at("/locations/0/physicalLocation/artifactLocation");
            assertThat(URI.create(file.get("uri").asText()).getPath()).isEqualTo(paths.get(i));
            assertThat(run.get("originalUriBaseIds").has(file.get("uriBaseId").asText()))
                    .isTrue();
            assertThat(result.at("/message/text").asText()).doesNotContainPattern("]\\(|(?<!\\{)\\{(?!\\{)");
            if (result.has("ruleIndex")) {
                assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
            }
        }
        assertThat(run.get("results")).hasSize(paths.size());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junitIsXmlThatAddsUp(CheckReport report) throws Exception {
        String xml = new JunitFormat().write(report, Reports.run());
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));

        assertThat(numbers(document.getElementsByTagName("testsuite"), "tests"))
                .isEqualTo(document.getElementsByTagName("testcase").getLength())
                .isEqualTo(numbers(document.getElementsByTagName("testsuites"), "tests"));
        assertThat(numbers(document.getElementsByTagName("testsuite"), "failures"))
                .isEqualTo(document.getElementsByTagName("failure").getLength())
                .isEqualTo(report.problems().size());
        assertThat(xml.lines()).noneMatch(line -> line.stripLeading().startsWith("::"));
    }

    private static int numbers(NodeList elements, String name) {
        int sum = 0;
        for (int i = 0; i < elements.getLength(); i++) {
            sum += Integer.parseInt(((Element) elements.item(i)).getAttribute(name));
        }
        return sum;
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws Exception {
        String hostile = "a\u0000\u001b[2J\u0085\uD800\uFFFE]]>&<\"'\t\r\n👩b";
        String xml = new Xml().text("a", Map.of("b", hostile), hostile).toString();
        Element element = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();

        assertThat(element.getAttribute("b")).isEqualTo("a[2J]]>&<\"'\t\r\n👩b");
        assertThat(element.getTextContent()).isEqualTo("a[2J]]>&<\"'\t\r\n👩b");
    }
}
