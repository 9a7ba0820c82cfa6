using System.CommandLine;
using ArchDsl.Cli.Input;
using ArchDsl.Cli.Verification;
using ArchDsl.CloudFormation;
using ArchDsl.Model;
using Spectre.Console;

namespace ArchDsl.Cli.Commands;

/// <summary>Holds synthesised templates against what was compiled.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private readonly Argument<string?> folder = new("cdk-out")
    {
        Description = "The folder of the synthesised templates. Default: cdk.out in the project's folder.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public VerifyCommand(Terminal terminal)
        : base("verify", "Holds a synthesised template, after hooks, aspects and escape hatches, against what was compiled: who reaches whom, security groups, routes, addresses, permissions, protection of data. Ends with exit code 1 where they differ or something is not read, 2 where a path to data opened, 4 where there is no template.", terminal)
    {
        Arguments.Add(folder);
        TakeArchitecture();
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        BuiltProject project = Project(arguments);
        SynthesizedOutput output = SynthesizedOutput.Find(arguments.GetValue(folder), project, Terminal);
        IReadOnlyList<ArchitectureManifest> architectures = ArchitectureName(arguments) is null ? project.Architectures : [Architecture(project, arguments)];
        List<VerifiedStack> verified = Terminal.While("Reading templates", () => output.Templates.Select(template => Verify(template, output, architectures, arguments)).OfType<VerifiedStack>().ToList());
        if (verified.Count == 0)
        {
            string asked = StageName(arguments) is { } stage ? $" in the stage {stage}" : "";
            string[] others = [.. architectures.SelectMany(static architecture => architecture.Stages).Where(other => output.Templates.Any(template => IsNamed(other, template.StackName))).Select(static other => other.Name ?? "without a name").Distinct()];
            throw new ToolException(
                ExitCode.NoInput,
                $"No stack of {string.Join(", ", architectures.Select(static a => a.TypeName))}{asked} is in {output.Description}{(others.Length == 0 ? "" : $", which is of the stage {string.Join(", ", others)}")}.");
        }

        if (WantsJson(arguments))
        {
            WriteJson(verified, arguments);
        }
        else
        {
            Write(console => verified.ForEach(stack => Show(console, stack)), arguments);
        }

        return verified.Any(static v => v.Differences.Any(static d => d.OpensData)) ? ExitCode.PathOpened
            : verified.Any(static v => v.Differences.Count + v.NotRead.Count > 0) ? ExitCode.Findings
            : ExitCode.Ok;
    }

    private VerifiedStack? Verify((string File, string? StackName) template, SynthesizedOutput output, IReadOnlyList<ArchitectureManifest> architectures, ParseResult arguments)
    {
        try
        {
            return Compare(template, output, architectures, arguments);
        }
        catch (TemplateException fault)
        {
            throw new ToolException(ExitCode.NoInput, $"{template.File} is no template that CloudFormation takes: {fault.Message}");
        }
    }

    private VerifiedStack? Compare((string File, string? StackName) template, SynthesizedOutput output, IReadOnlyList<ArchitectureManifest> architectures, ParseResult arguments)
    {
        Template read = Template.Load(template.File);

        // Whose stack it is says its name, where it has one that the source knows: the flat forms of two architectures look the same.
        foreach (ArchitectureManifest manifest in architectures.OrderByDescending(architecture => architecture.Stages.Any(stage => IsNamed(stage, template.StackName)) || architecture.TypeName.Split('.')[^1] == template.StackName))
        {
            StackTemplate stack = new(Path.GetFileName(template.File), read, id => output.PathOf(id)?.Path, manifest);
            if (!stack.HasPaths)
            {
                throw new ToolException(ExitCode.NoInput, $"{stack.Name} does not say which construct a resource comes from, and neither does the manifest.json beside it: synthesise it again with 'dotnet run' or 'cdk synth'.");
            }

            if (StageOf(manifest, template.StackName, stack, arguments) is { } stage)
            {
                return new VerifiedStack(
                    manifest.TypeName,
                    stage.Name,
                    stack.Name,
                    new Verifier(manifest, stage, stack).Differences(),
                    [.. stack.Reach.Unknowns.Concat(Unread.Of(stack)).Distinct().Order(StringComparer.Ordinal)],
                    stage.Hooks);
            }
        }

        return null;
    }

    private static bool IsNamed(ManifestStage stage, string? stackName) => stage.StackName is not null && stage.StackName == stackName;

    // The stack's name tells the stage. A program may have named its stack otherwise: then the constructs tell the architecture.
    private ManifestStage? StageOf(ArchitectureManifest manifest, string? stackName, StackTemplate stack, ParseResult arguments)
    {
        if (manifest.Stages.FirstOrDefault(stage => IsNamed(stage, stackName)) is { } named)
        {
            return StageName(arguments) is null || Stage(manifest, arguments) == named ? named : null;
        }

        // In the flat form everything comes from the root, whose name no construct has.
        bool isOfArchitecture = manifest.Stages[0].Components.All(static component => component.Path.Length == 0)
            || manifest.Stages[0].Components.Any(component => component.Path.Length > 0 && stack.ResourcesOf(component.Path).Any());
        return !isOfArchitecture ? null
            : manifest.Stages.Count == 1 || StageName(arguments) is not null ? Stage(manifest, arguments)
            : throw new ToolException(ExitCode.Usage, $"The stack {stackName} has none of the names that {manifest.Name} gives its stages: name the stage with --stage.");
    }

    private static void Show(IAnsiConsole console, VerifiedStack stack)
    {
        string what = $"{stack.Template}: {stack.Architecture}{(stack.Stage is null ? "" : $" ({stack.Stage})")}";
        if (stack.Differences.Count + stack.NotRead.Count == 0)
        {
            console.MarkupLineInterpolated($"[green]{what}: what was compiled is what will be deployed: who reaches whom, who may do what, and what protects data.[/]");
            return;
        }

        console.MarkupLineInterpolated($"[bold]{what}[/]");
        foreach (IGrouping<DifferenceKind, Difference> kind in stack.Differences.GroupBy(static d => d.Kind))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"  [bold]{Title(kind.Key)}[/]");
            foreach (Difference difference in kind)
            {
                string place = difference.Source is { } source ? $" ({source.File}:{source.Line})" : "";
                console.MarkupLineInterpolated($"    [{(difference.OpensData ? "red" : difference.Added ? "yellow" : "default")}]{difference.Text}[/][grey]{place}[/]");
            }
        }

        if (stack.NotRead.Count > 0)
        {
            console.WriteLine();
            console.MarkupLine("  [bold]Not read: nothing is promised about these[/]");
            foreach (string unknown in stack.NotRead)
            {
                console.MarkupLineInterpolated($"    {unknown}");
            }
        }

        console.WriteLine();
        string hooks = stack.Hooks.Count == 0 ? "No class has a hook: look for aspects and escape hatches in the program." : $"Classes with hooks: {string.Join(", ", stack.Hooks)}.";
        console.MarkupLineInterpolated($"{hooks}");
    }

    private static string Title(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Reach => "Reach",
        DifferenceKind.Host => "Hosts",
        DifferenceKind.Rule => "Security groups",
        DifferenceKind.Route => "Routes",
        DifferenceKind.Address => "Public addresses",
        DifferenceKind.Forward => "Load balancers",
        DifferenceKind.Permission => "Permissions",
        DifferenceKind.Protection => "Protection",
        _ => "Properties",
    };
}

/// <summary>What a template is, held against what was compiled.</summary>
/// <param name="Architecture">The class of the architecture.</param>
/// <param name="Stage">The stage, or null.</param>
/// <param name="Template">The file name of the template.</param>
/// <param name="Differences">The differences, those in reach first.</param>
/// <param name="NotRead">What stands in the template and could not be read, so that nothing is promised about it.</param>
/// <param name="Hooks">The classes with hooks.</param>
internal sealed record VerifiedStack(
    string Architecture, string? Stage, string Template, IReadOnlyList<Difference> Differences, IReadOnlyList<string> NotRead, IReadOnlyList<string> Hooks);
