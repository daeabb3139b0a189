package dev.backstagegen.render;

import dev.backstagegen.feature.Templates;
import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;

/** What several templates share: {@code [#import "/fields.ftl" as fields]} finds the file at the top of the templates. */
final class SharedTemplates implements TemplateLoader {

    @Override
    public Object findTemplateSource(String name) {
        return name.matches("[a-z]+\\.ftl") ? name : null;
    }

    @Override
    public long getLastModified(Object source) {
        return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
        return new StringReader(Templates.text((String) source));
    }

    @Override
    public void closeTemplateSource(Object source) {}
}
