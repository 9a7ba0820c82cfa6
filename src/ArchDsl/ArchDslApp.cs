using System.Runtime.CompilerServices;
using Amazon.CDK;
using Environment = System.Environment;

namespace ArchDsl;

/// <summary>The program around an architecture: synthesises its stacks and prints what was built and proven.</summary>
/// <example>
/// <code>return ArchDslApp.Run(args, app => new MapleQuest(app, "MapleQuest"));</code>
/// </example>
public static class ArchDslApp
{
    private const string Usage = "The only argument is --output <directory>, which is CDK_OUTDIR, or else cdk.out, by default.";

    /// <summary>Synthesises one stack.</summary>
    /// <param name="args">The program's arguments: <c>--output &lt;directory&gt;</c>, or none.</param>
    /// <param name="build">Makes the stack.</param>
    /// <returns>The exit code of the program: 0, or 1 after an error.</returns>
    public static int Run(string[] args, Func<App, Stack> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        return Run(args, app => (IEnumerable<Stack>)[build(app)]);
    }

    /// <summary>Synthesises several stacks.</summary>
    /// <param name="args">The program's arguments: <c>--output &lt;directory&gt;</c>, or none.</param>
    /// <param name="build">Makes the stacks.</param>
    /// <returns>The exit code of the program: 0, or 1 after an error.</returns>
    public static int Run(string[] args, Func<App, IEnumerable<Stack>> build)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(build);

        if (args is not ([] or ["--output" or "-o", _]))
        {
            return Fail(Usage);
        }

        if (NodeRuntime.FindProblem() is { } problem)
        {
            return Fail(problem);
        }

        var output = args is [_, var directory] ? directory : Environment.GetEnvironmentVariable("CDK_OUTDIR");
        output = Path.GetFullPath(string.IsNullOrEmpty(output) ? "cdk.out" : output);
        try
        {
            Synthesise(output, build);
            return 0;
        }
        // A stage comes from the command line as well as from the program.
        catch (ArgumentException exception) when (exception.ParamName == "stage")
        {
            return Fail(exception.Message);
        }
        // The CDK reports its own errors as a plain Exception; any other type is a mistake in the program, and keeps its trace.
        catch (Exception exception) when (exception.GetType() == typeof(Exception) && Environment.GetEnvironmentVariable("ARCHDSL_TRACE") is null or "")
        {
            return Fail($"The AWS CDK refused the architecture: {exception.Message}{Environment.NewLine}Set ARCHDSL_TRACE=1 for the stack trace.");
        }
    }

    // A method of its own: no type of the CDK is touched before Node.js is known to be there.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Synthesise(string output, Func<App, IEnumerable<Stack>> build)
    {
        // The CDK looks through all of its types, some 33,000, before it makes its first construct, and waits for Node.js before that.
        // The runtime knows them by then if they are loaded while Node.js is.
        _ = Task.Run(static () => typeof(App).Assembly.GetTypes());

        var app = new App(new AppProps { Outdir = output });
        var stacks = build(app).ToList();
        var assembly = app.Synth();

        // "cdk synth" prints the template to stdout.
        var writer = Environment.GetEnvironmentVariable("CDK_CLI_VERSION") is null ? Console.Out : Console.Error;
        foreach (var stack in stacks)
        {
            SynthesisSummary.Write(writer, assembly.GetStackArtifact(stack.ArtifactId).TemplateFullPath, (stack as IArchitecture)?.Report);
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
