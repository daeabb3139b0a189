package dev.backstagegen.render;
import dev.backstagegen.feature.*; import dev.backstagegen.spec.*; import dev.backstagegen.tree.*;
import java.nio.file.*; import java.util.*;
public class TryIt {
  public static void main(String[] a) throws Exception {
    Path out = Path.of(a[0]);
    String[][] cases = {{"nothing",""},{"withdb","db"},{"withperm","permissions"},{"withmcp","mcp"},{"dbperm","db,permissions"},{"example","db,mcp"}};
    for (String[] c : cases) {
      Set<String> f = c[1].isEmpty()? Set.of() : Set.of(c[1].split(","));
      PluginSpec s = PluginSpec.of(PluginId.of(c[0]));
      Map<String,String> v = Map.of("@backstage/backend-plugin-api","^1.10.1","@backstage/errors","^1.3.1","@backstage/plugin-permission-common","^0.9.11","@backstage/backend-defaults","^0.18.0","@backstage/backend-test-utils","^1.11.7","@backstage/cli","^0.36.6");
      FileTree t = Renderer.render(s, FeatureSet.of(Features.load(), f), new Surroundings("@internal/plugin-"+c[0]+"-backend","0.1.0","UNLICENSED",true,"1.55.0",(n,d)->v.getOrDefault(n,d)));
      for (var e : t.asMap().entrySet()) { Path p = out.resolve(c[0]+"-backend").resolve(e.getKey().value()); Files.createDirectories(p.getParent()); Files.writeString(p, e.getValue()); }
    }
  }
}
