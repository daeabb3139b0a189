package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.FieldType.Kind;
import dev.backstagegen.spec.FieldType.OnDelete;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:string",
                "title:string(1)",
                "title:string(10000)",
                "tags:string(40)[]",
                "notes:text?",
                "notes:text(100000)",
                "count:integer?",
                "count:integer=-2147483648",
                "counts:integer[]?",
                "share:number=0.5",
                "archived:boolean=false",
                "openedAt:timestamp",
                "due:date?",
                "service:entityRef",
                "owners:entityRef[]",
                "link:url",
                "severity:enum(low,high)=low",
                "labels:enum(a-1,B_2)[]",
                "details:json?",
                "parent:ref(incident)?",
                "parent:ref(incident,cascade)",
                "parent:ref(incident,clear)?"
            })
    void saysWhatItRead(String text) {
        assertThat(Field.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title:string(255)|title:string",
                "notes:text(10000)|notes:text",
                "severity:enum(low, high)|severity:enum(low,high)",
                "parent:ref(incident, restrict)|parent:ref(incident)",
                "share:number=007.250|share:number=7.25",
                "share:number=-0|share:number=0",
                "share:number=100|share:number=100"
            })
    void hasOneWayToBeWritten(String text, String short_) {
        assertThat(Field.parse(text)).hasToString(short_).isEqualTo(Field.parse(short_));
    }

    @Test
    void knowsWhatItHolds() {
        Field severity = Field.parse("severity:enum(low,high)[]?");
        assertThat(severity.kind()).isEqualTo(Kind.ENUM);
        assertThat(severity.many()).isTrue();
        assertThat(severity.optional()).isTrue();
        assertThat(severity.type().values()).containsExactly("low", "high");
        assertThat(Field.parse("title:string(120)").type().length()).isEqualTo(120);
        assertThat(Field.parse("link:url").type().length()).isEqualTo(2000);
        FieldType parent = Field.parse("parent:ref(incident-report,clear)?").type();
        assertThat(parent.target()).contains(Name.ofKebab("incident-report"));
        assertThat(parent.onDelete()).isEqualTo(OnDelete.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "title:string,title,title",
        "openedAt:timestamp,openedAt,opened_at",
        "planB:date,planB,plan_b",
        "xAxis:number,xAxis,x_axis",
        "a1:integer,a1,a1",
        "a1B2:integer,a1B2,a1_b2",
        "service:ref(service),serviceId,service_id",
        "runBook:ref(run-book),runBookId,run_book_id",
        "public:boolean,public,public"
    })
    void hasAPropertyAndAColumn(String text, String property, String column) {
        assertThat(Field.parse(text).property()).isEqualTo(property);
        assertThat(Field.parse(text).column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title|For example: title:string",
                ":string|For example: openedAt",
                "Title:string|Try title",
                "opened_at:date|Try openedAt",
                "opened at:date|Try openedAt",
                "docURL:url|Try docUrl",
                "ä:string|For example: openedAt",
                "a-1:string|Try a1",
                "title:|There are: string, text",
                "title:strng|Did you mean string?",
                "title:String|Did you mean string?",
                "title:varchar|There are: string, text",
                "title:string(0)|n from 1 to 10000",
                "title:string(10001)|n from 1 to 10000",
                "title:string(x)|n from 1 to 10000",
                "title:string()|n from 1 to 10000",
                "title:string(99999999999)|n from 1 to 10000",
                "title:string(1,2)|n from 1 to 10000",
                "title:string(5|[], ? and =value",
                "title:string(5)x|[], ? and =value",
                "title:string?[]|[], ? and =value",
                "notes:text(100001)|n from 1 to 100000",
                "notes:text[]|string, integer, number, entityRef, url, enum",
                "on:boolean[]|Lists are made of",
                "at:timestamp[]|Lists are made of",
                "at:date[]|Lists are made of",
                "x:json[]|Lists are made of",
                "x:ref(a)[]|Lists are made of",
                "count:integer(3)|Write integer",
                "severity:enum|enum(low,high)",
                "severity:enum()|letters, digits",
                "severity:enum(1)|letters, digits",
                "severity:enum(a,)|letters, digits",
                "severity:enum(a b)|letters, digits",
                "parent:ref|ref(service)",
                "parent:ref(Service)|ref(service)",
                "parent:ref(a,b)|ref(service,cascade)",
                "parent:ref(a,clear,clear)|ref(service,cascade)",
                "parent:ref(a,clear)|Write parent:ref(a,clear)?",
                "on:boolean?=true|Leave out ?",
                "on:boolean=yes|There are defaults for",
                "on:boolean=|There are defaults for",
                "severity:enum(a,b)=c|There are defaults for",
                "count:integer=1.5|There are defaults for",
                "count:integer=01|There are defaults for",
                "count:integer=2147483648|There are defaults for",
                "share:number=1e3|There are defaults for",
                "share:number=1234567890.123456|There are defaults for",
                "title:string=x|There are defaults for",
                "counts:integer[]=1|There are defaults for",
                "at:timestamp=now|There are defaults for"
            })
    void refusesWhatIsNoField(String text, String hint) {
        assertThatThrownBy(() -> Field.parse(text)).isInstanceOfSatisfying(ScaffoldException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ScaffoldException.Kind.USAGE);
            assertThat(refused.hint()).contains(hint);
            assertThat(refused.getMessage()).matches("\\P{Cntrl}*").endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "createdBy",
                "createdAt",
                "updatedAt",
                "owner",
                "limit",
                "offset",
                "order",
                "orderBy",
                "owned",
                "constructor",
                "prototype",
                "toString",
                "toJson",
                "hasOwnProperty",
                "valueOf",
                "then",
                "xmin",
                "ctid",
                "tableoid"
            })
    void leavesNamesThatAreTaken(String name) {
        assertThatThrownBy(() -> Field.parse(name + ":integer"))
                .hasMessageContaining("cannot be called '" + name + "'");
    }

    @Test
    void hasNoPropertyThatIsTaken() {
        assertThatThrownBy(() -> Field.parse("__proto__:json")).isInstanceOf(ScaffoldException.class);
        assertThatThrownBy(() -> Field.parse("owner:ref(team)")).hasMessageContaining("'owner'");
    }

    @Test
    void namesAreShortAndLeadBack() {
        assertThat(Field.parse("a".repeat(40) + ":integer").column()).hasSize(40);
        assertThatThrownBy(() -> Field.parse("a".repeat(41) + ":integer")).hasMessageContaining("at most 40");
        Field longest = Field.parse("a" + "Aa".repeat(19) + "A:ref(team)");
        assertThat(longest.column()).hasSize(63);
        for (Name name : List.of(Name.ofKebab("a-1"), Name.ofKebab("a-b-c"))) {
            assertThatThrownBy(() -> new Field(name, FieldType.parse("date"), false, Optional.empty()))
                    .hasMessageContaining("'" + name + "' is not a name for a field");
        }
    }

    @Test
    void enumsHaveUpToAHundredValuesOnce() {
        assertThatThrownBy(() -> Field.parse("x:enum(a,b,a)")).hasMessageContaining("twice");
        StringBuilder values = new StringBuilder("v0");
        for (int i = 1; i < 100; i++) {
            values.append(",v").append(i);
        }
        assertThat(Field.parse("x:enum(" + values + ")").type().values()).hasSize(100);
        assertThatThrownBy(() -> Field.parse("x:enum(" + values + ",more)")).hasMessageContaining("not 101");
        assertThat(Field.parse("x:enum(" + "a".repeat(60) + ")").type().values())
                .hasSize(1);
        assertThatThrownBy(() -> Field.parse("x:enum(" + "a".repeat(61) + ")")).hasMessageContaining("cannot be");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThatThrownBy(() -> Field.parse("severity:enm(low)")).hasMessageStartingWith("Field 'severity': ");
    }
}
