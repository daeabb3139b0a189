package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backstagegen.layout.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands that keep plugins up tell programs is what their schema and their page promise. */
class UpkeepReportTest {

    private static final Path SCHEMA = Path.of("../docs/upkeep-report.schema.json");
    private static final Path PAGE = Path.of("../docs/upkeep-report.md");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void reportsAreAsTheSchemaSays() throws IOException {
        Stage host = KeptRepository.withTrouble(folder);

        for (String[] command : new String[][] {
            {"status", "--all"},
            {"status", KeptRepository.EDITED},
            {"update", "--all", "--dry-run", "--on-conflict", "markers", "--diff"},
            {"update", "--all"},
            {"update", KeptRepository.DISPUTED},
            {"update", KeptRepository.DISPUTED, "--on-conflict", "new-file"},
            {"add", "cache", KeptRepository.BEHIND},
            {"remove", "cache", KeptRepository.BEHIND}
        }) {
            Stage.Run run = host.runForReal(with(command, "--format", "json"));
            assertThat(faults(strict(), run.out()))
                    .as(String.join(" ", command))
                    .isEmpty();
            JsonNode report = JSON.readTree(run.out());
            assertThat(report.get("command").asText()).isEqualTo(command[0]);
            assertThat(report.get("exitCode").asInt()).isEqualTo(run.exit());
            assertThat(report.get("root").asText())
                    .isEqualTo(folder.toRealPath().toString());
        }
    }

    @Test
    void whatIsLeftToTheUserIsDescribedAsWell() throws IOException {
        Stage host = HostRepository.at(folder);
        host.runForReal("new", "backend-plugin", "--id", "example");
        host.file("app-config.yaml", "backend: *nothing\n");

        Stage.Run run = host.runForReal("add", "mcp", "--format", "json");

        assertThat(JSON.readTree(run.out()).at("/plugins/0/unwired")).isNotEmpty();
        assertThat(faults(strict(), run.out())).isEmpty();
    }

    @Test
    void theSchemaIsOneAndRefusesWhatIsAmiss() throws IOException {
        Stage host = KeptRepository.withTrouble(folder);
        String status = host.runForReal("status", "--all", "--format", "json").out();
        String update = host.runForReal("update", "--all", "--format", "json").out();

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"))
                        .validate(Files.readString(SCHEMA), InputFormat.JSON))
                .isEmpty();
        for (String[] wrong : new String[][] {
            {status, "\"state\": \"behind\"", "\"state\": \"old\""},
            {status, "\"behind\": true", "\"behind\": \"yes\""},
            {status, "\"hint\"", "\"help\""},
            {status, "\"command\": \"status\"", "\"command\": \"update\""},
            {update, "\"line\": 1", "\"line\": 0"},
            {update, "\"change\": \"conflict\"", "\"change\": \"clash\""},
            {update, "\"dryRun\"", "\"dry\""},
            {update, "\"generated\"", "\"fresh\""},
            {update, "\"schemaVersion\": 1", "\"schemaVersion\": 2"}
        }) {
            String spoilt = wrong[0].replaceFirst(wrong[1], wrong[2]);
            assertThat(spoilt).isNotEqualTo(wrong[0]);
            assertThat(faults(Files.readString(SCHEMA), spoilt)).as(wrong[2]).isNotEmpty();
        }
    }

    @Test
    void thePageHasTheKeysOfTheSchema() throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(SCHEMA));
        for (String report : List.of("run", "status")) {
            StringBuilder table = new StringBuilder("| key | meaning |\n| --- | --- |\n");
            SchemaKeys.list(schema, schema.at("/definitions/" + report), "", table);
            Pages.keep(PAGE, report, Markdown.format(table.toString()));
        }
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }

    /** The schema lets keys be added; here, each of them has to be described. */
    private static String strict() throws IOException {
        return Files.readString(SCHEMA)
                .replace("\"properties\": {", "\"additionalProperties\": false, \"properties\": {");
    }

    private static List<Error> faults(String schema, String document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(document, InputFormat.JSON);
    }
}
