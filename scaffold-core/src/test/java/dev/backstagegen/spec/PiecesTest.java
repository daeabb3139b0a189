package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin may have of its own beside its resources, and what it is called. */
class PiecesTest {

    private static PluginSpec read(String pieces) {
        return SpecFile.read("spec.yaml", "plugin: example\n" + pieces);
    }

    private static void assertRefused(String pieces, String reason) {
        assertThatThrownBy(() -> read(pieces))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ScaffoldException.Kind.USAGE))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /reports/:id,get-reports-by-id,reports-read",
        "GET /reports,get-reports,reports-read",
        "POST /report-sets,post-report-sets,report-sets-create",
        "PUT /reports/:id/sections/:sectionId,put-reports-by-id-sections-by-section-id,reports-sections-update",
        "PATCH /reports/:id,patch-reports-by-id,reports-update",
        "DELETE /a/:b2C,delete-a-by-b2-c,a-delete"
    })
    void aRouteIsCalledAfterWhatItIs(String text, String name, String permission) {
        Route route = Route.of(text);
        assertThat(route).hasToString(text);
        assertThat(route.name()).hasToString(name);
        assertThat(route.permission()).hasToString(permission);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET",
                "/reports",
                "get /reports",
                "GET reports",
                "GET  /reports",
                "HEAD /reports",
                "GET /",
                "GET /:id",
                "GET /reports/",
                "GET /reports//all",
                "GET /Reports",
                "GET /reports/:Id",
                "GET /reports/:sectionID",
                "GET /reports/:__proto__",
                "GET /reports/id:",
                "GET /reports/*",
                "GET /reports?all",
                "GET /reports/../health",
                "GET /a\nGET /b",
                "GET /a23456789-123456789-123456789-123456789-123456789-123456789-123456789-1234567"
            })
    void whatIsNoRouteIsRefused(String text) {
        assertThatThrownBy(() -> Route.of(text))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining("is not a route");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /reports/:id/parts/:id,two parameters :id",
        "GET /reports/:caller,taken by what is sent",
        "POST /reports/:note,taken by what is sent",
        "GET /reports/:constructor,each object of JavaScript",
        "GET /health,plugins have already",
        "POST /whoami/:id,plugins have already",
    })
    void aRouteThatCouldNotBeServedIsRefused(String text, String reason) {
        assertThatThrownBy(() -> Route.of(text))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actions: [Summarize]|not a name for an action",
                "tasks: ['1st']|not a name for a task",
                "permissions: [a--b]|not a name for a permission",
                "tasks: [a23456789-123456789-123456789-123456789-1]|not a name for a task",
                "actions: [summarize, summarize]|There is the action 'summarize' twice",
                "routes: [GET /a, GET /a]|There is the route 'GET /a' twice",
                "tasks: [a, a]|There is the task 'a' twice",
                "permissions: [a, a]|There is the permission 'a' twice",
                "actions: [report-create]|does not begin with its verb",
                "actions: [example-get-report]|does not begin with its verb",
                "actions: [ownership]|there is OwnershipService or the like already",
                "actions: [get-example-ownership]|there is an action of that name already",
                "tasks: [report]|there is a task of that name already",
                "permissions: [settings-read]|there is a permission of that name already",
                "routes: [GET /remote-document]|there is a permission of that name already",
                "actions: [a-b, ab]|both need the name ab, capitals aside",
                "tasks: [a-1, a1]|both need the name a1task",
                "actions: [get-a-by-id] & routes: ['GET /a/:id']|both need the name getabyid",
                "routes: ['GET /a/by-id', 'GET /a/:id']|both need the name getabyid",
                "routes: ['GET /a/:id', GET /a/all]|A request could be meant for 'GET /a/:id' or for 'GET /a/all'",
                "actions: [export-read] & permissions: [export-read]|both need a permission exportRead",
                "routes: [GET /export] & permissions: [export-read]|both need a permission exportRead",
                "resource: incident & permissions: [incident-delete]|both need a permission incidentDelete",
                "resource: date & permissions: [date-entry-read]|both need a permission dateEntryRead",
                "resource: incident & actions: [get-incidents]|both need an action get-incidents",
                "resource: item & actions: [delete-example-item]|both need an action delete-example-item",
                "resource: incident & actions: [incident]|both need the name incident, capitals aside",
                "resource: incident & routes: ['PATCH /incidents/:key']|which is served at PATCH /incidents/:id",
                "resource: incident & routes: [GET /incidents/all]|which is served at GET /incidents/:id",
            })
    void whatCannotStandTogetherIsRefused(String pieces, String reason) {
        assertRefused(pieces.replace(" & ", "\n"), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actions: [restart-service, show-list, delete, get-example]",
                "routes: ['GET /a/:id', 'DELETE /a/:id', 'GET /a', 'GET /a/:id/b', 'GET /a/:id/c/:d']",
                "tasks: [delete, a]\nactions: [a]\npermissions: [b]",
                "resource: incident\nroutes: ['GET /incidents/:id/history', 'PUT /incidents/:id']",
                "resources: [{name: incident, verbs: [list]}]\nroutes: ['GET /incidents/:id']",
            })
    void whatCanIsNot(String pieces) {
        assertThatCode(() -> read(pieces)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions", "tasks", "permissions", "routes"})
    void twentyOfEachAreEnough(String key) {
        String kind = key.equals("routes") ? "GET /thing-" : "thing-";
        String twenty = IntStream.range(0, 20).mapToObj(i -> kind + i).collect(Collectors.joining(", "));
        assertThatCode(() -> read(key + ": [" + twenty + "]")).doesNotThrowAnyException();
        assertRefused(key + ": [" + twenty + ", " + kind + "20]", "at most 20 " + key);
    }

    @ParameterizedTest
    @CsvSource({
        "summarize-week,READ",
        "get-report,READ",
        "add-report,CREATE",
        "set-owner,UPDATE",
        "remove-report,DELETE",
        "send-report,UNKNOWN"
    })
    void whatAnActionDoesIsToldByItsVerb(String name, Effect effect) {
        assertThat(Action.of(name).effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource({"export-read,READ", "update-all,UPDATE", "create-to-delete,DELETE", "approve,UNKNOWN"})
    void whatAPermissionAllowsIsToldByOneOfItsEnds(String name, Effect effect) {
        assertThat(Pieces.effect(Name.ofKebab(name))).isEqualTo(effect);
    }

    @Test
    void theyAreKeptInTheOrderInWhichTheyWereSaid() {
        PluginSpec spec = read("tasks: [b, a]\nactions: [d, c]");
        assertThat(SpecFile.write(spec)).endsWith("actions:\n  - d\n  - c\ntasks:\n  - b\n  - a\n");
    }
}
