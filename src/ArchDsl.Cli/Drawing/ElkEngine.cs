using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Jint;
using JavaScript = Jint.Engine;

namespace ArchDsl.Cli.Drawing;

/// <summary>
/// Runs the Eclipse Layout Kernel, which is JavaScript: with Node.js where that is installed, because it takes a second there, or else in
/// this process, where it takes ten times as long. Both give the same coordinates.
/// </summary>
internal static class ElkEngine
{
    // What waits for a timer waits for nothing else: there is one task at a time.
    private const string Timers = """
        var global = this, self = this, pending = [];
        function setTimeout(task) { pending.push(task); return pending.length; }
        function clearTimeout() {}
        var console = { log: function () {}, warn: function () {}, error: function () {} };
        var module = { exports: {} }, exports = module.exports;
        """;

    /// <summary>Lays a graph out.</summary>
    /// <param name="graph">The graph, as JSON.</param>
    /// <returns>The graph with coordinates, as JSON.</returns>
    public static string Run(string graph) => RunInNode(graph) ?? RunInProcess(graph);

    /// <summary>Lays a graph out with Node.js.</summary>
    /// <returns>The graph with coordinates; null where there is no Node.js that can do it.</returns>
    public static string? RunInNode(string graph)
    {
        string? node = Environment.GetEnvironmentVariable("JSII_NODE");
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(string.IsNullOrEmpty(node) ? "node" : node, "-")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardInput.Write($"{Library()}\n;new module.exports().layout({graph}).then(laid => process.stdout.write(JSON.stringify(laid)));\n");
            process.StandardInput.Close();
            string laid = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && laid.Length > 0 ? laid : null;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            return null;
        }
    }

    /// <summary>Lays a graph out in this process.</summary>
    public static string RunInProcess(string graph)
    {
        using JavaScript engine = new();
        engine.Execute(Timers);
        engine.Execute(Library());
        engine.Execute($$"""
            var laid = null, failure = null;
            new module.exports().layout({{graph}}).then(function (r) { laid = JSON.stringify(r); }, function (e) { failure = String(e); });
            """);
        do
        {
            engine.Execute("var tasks = pending; pending = []; tasks.forEach(function (task) { task(); });");
            engine.Advanced.ProcessTasks();
        }
        while (engine.Evaluate("laid === null && failure === null && pending.length > 0").AsBoolean());

        return engine.Evaluate("laid") is var laid && !laid.IsNull() ? laid.AsString() : throw new InvalidOperationException($"The layout failed: {engine.Evaluate("failure")}");
    }

    private static string Library()
    {
        using Stream stream = typeof(ElkEngine).Assembly.GetManifestResourceStream("elk.bundled.js")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
