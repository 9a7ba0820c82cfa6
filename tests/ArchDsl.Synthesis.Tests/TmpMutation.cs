using System.Reflection;
using System.Text.Json.Nodes;
using ArchDsl.Synthesis.Tests.Facts;
using ArchDsl.Synthesis.Tests.Reading;

namespace ArchDsl.Synthesis.Tests;

#pragma warning disable
public class TmpMutation
{
    [Theory]
    [InlineData("LibertySocial"), InlineData("EightDigit"), InlineData("TwoTier"), InlineData("MapleQuest"), InlineData("Aloka")]
    public async Task Run(string sample)
    {
        var synth = await Running.Samples.Get(sample);
        var text = File.ReadAllText(synth.TemplatePath);
        var types = typeof(SampleFacts).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SampleFacts)) && t.Name.StartsWith(sample) && !t.Name.Contains("Gaps") && t.Name != "AlokaStagesTests").ToList();
        var cases = new List<(Type, MethodInfo, object[])>();
        foreach (var t in types)
            foreach (var m in t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                var fact = m.GetCustomAttribute<FactAttribute>();
                if (fact is null || fact.Skip is not null) continue;
                if (fact is TheoryAttribute) foreach (var d in m.GetCustomAttributes<InlineDataAttribute>()) cases.Add((t, m, Fit(m, (object[])d.GetData(m).Single())));
                else cases.Add((t, m, []));
            }
        string? RunAll(Template template)
        {
            TemplateReach reach; 
            try { reach = new TemplateReach(template); } catch (Exception e) { return "reader: " + e.GetType().Name; }
            foreach (var (t, m, args) in cases)
            {
                var o = Activator.CreateInstance(t)!;
                void Set(string n, object? v) => typeof(SampleFacts).GetProperty(n, BindingFlags.NonPublic | BindingFlags.Instance)!.SetValue(o, v);
                Set("Template", template); Set("Reach", reach); Set("Region", synth.Region); Set("Identity", new Identity(template));
                try { if (m.Invoke(o, args) is Task task) task.GetAwaiter().GetResult(); } catch (Exception) { return m.Name; }
            }
            return null;
        }
        var clean = RunAll(Template.Parse(text));
        var log = new List<string> { $"{sample}: cases {cases.Count}, clean: {clean ?? "green"}" };
        var paths = new List<(List<object> Path, JsonNode Node)>();
        void Walk(JsonNode? n, List<object> p)
        {
            if (n is JsonObject o) foreach (var (k, v) in o) { if (k is "Description" or "GroupDescription" or "Tags" or "DBSubnetGroupDescription" or "ReplicationGroupDescription" or "Metadata") continue; Walk(v, [.. p, k]); }
            else if (n is JsonArray a) for (var i = 0; i < a.Count; i++) Walk(a[i], [.. p, i]);
            else if (n is JsonValue) paths.Add((p, n));
        }
        Walk(JsonNode.Parse(text)!["Resources"], []);
        int killed = 0;
        foreach (var (p, n) in paths)
        {
            var root = JsonNode.Parse(text)!; var at = root["Resources"]!;
            foreach (var s in p.SkipLast(1)) at = s is string k ? at[k]! : at[(int)s]!;
            var v = n.AsValue();
            JsonNode now = v.TryGetValue<bool>(out var b) ? !b : v.TryGetValue<int>(out var i) ? i + 1 : v.GetValue<string>() + "x";
            if (p[^1] is string key) at[key] = now; else at[(int)p[^1]] = now;
            string? by; try { by = RunAll(Template.Parse(root.ToJsonString())); } catch (Exception e) { by = "parse"; }
            if (by is null) log.Add($"  survived {string.Join('/', p)} = {n.ToJsonString()}"); else killed++;
        }
        log.Add($"  killed {killed} of {paths.Count}");
        File.WriteAllLines($"/tmp/hG/mut-{sample}.txt", log);
    }

    private static object[] Fit(MethodInfo m, object[] d)
    {
        var ps = m.GetParameters();
        if (ps.Length > 0 && ps[^1].ParameterType == typeof(string[]) && !(d.Length == ps.Length && d[^1] is string[])) return [.. d.Take(ps.Length - 1), d.Skip(ps.Length - 1).Cast<string>().ToArray()];
        return d;
    }
}
