using System.CommandLine;
using ArchDsl.Cli.Comparison;
using ArchDsl.Cli.Input;
using ArchDsl.Model;

namespace ArchDsl.Cli.Commands;

/// <summary>Says what changed in meaning between two builds.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string> old = new("old") { Description = "The old build: an assembly, or a project file or folder." };

    private readonly Argument<string> @new = new("new") { Description = "The new build." };

    private readonly Option<bool> markdown = new("--markdown") { Description = "Writes Markdown, for a pull request." };

    public DiffCommand(Terminal terminal)
        : base("diff", "Says what changed in meaning between two builds: paths opened and closed, exposure, permissions, what is replaced and loses its data, risks, cost. Ends with exit code 2 where a path to data opened.", terminal)
    {
        Arguments.Add(old);
        Arguments.Add(@new);
        TakeChoice();
        Options.Add(markdown);
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        if (WantsJson(arguments) && arguments.GetValue(markdown))
        {
            throw new ToolException(ExitCode.Usage, "--json and --markdown are two forms of the same: choose one.");
        }

        BuiltProject before = BuiltProject.Find(arguments.GetValue(old), Terminal);
        BuiltProject after = BuiltProject.Find(arguments.GetValue(@new), Terminal);
        List<StageDiff> diffs = [.. Pairs(before, after, ArchitectureName(arguments), Terminal).SelectMany(pair => Stages(pair.Old, pair.New, StageName(arguments))).Where(static diff => diff.Changes.Count > 0)];
        if (WantsJson(arguments))
        {
            WriteJson(diffs, arguments);
        }
        else if (arguments.GetValue(markdown))
        {
            Write(DiffMarkdown.Write(diffs), arguments);
        }
        else
        {
            Write(console => DiffView.Show(console, diffs), arguments);
        }

        return DiffText.Opened(diffs) is null ? ExitCode.Ok : ExitCode.PathOpened;
    }

    // By class; where each build has one architecture, it is the same under another name.
    private static IEnumerable<(ArchitectureManifest? Old, ArchitectureManifest? New)> Pairs(BuiltProject before, BuiltProject after, string? name, Terminal terminal)
    {
        if (name is not null)
        {
            return [(before.FindArchitecture(name), after.Architecture(name))];
        }

        if (before.Architectures is not [var was] || after.Architectures is not [var only])
        {
            return before.Architectures.Concat(after.Architectures).Select(static a => a.TypeName).Distinct()
                .Select(type => (before.Architectures.FirstOrDefault(a => a.TypeName == type), after.Architectures.FirstOrDefault(a => a.TypeName == type)));
        }

        if (was.TypeName != only.TypeName && !Paths(was).Intersect(Paths(only)).Any())
        {
            terminal.Note($"{was.TypeName} and {only.TypeName} have no component in common: are these two builds of one architecture?");
        }

        return [(was, only)];
    }

    private static IEnumerable<(string, string)> Paths(ArchitectureManifest manifest) => manifest.Stages.SelectMany(static stage => stage.Components).Select(static component => (component.Path, component.Attribute));

    private static IEnumerable<StageDiff> Stages(ArchitectureManifest? before, ArchitectureManifest? after, string? stage)
    {
        List<string?> names = [.. (before?.Stages ?? []).Concat(after?.Stages ?? []).Select(static s => s.Name).Distinct()];
        if (stage is not null && !names.Contains(stage))
        {
            throw new ToolException(ExitCode.Usage, $"{(after ?? before)!.Name} has no stage '{stage}'. There is {string.Join(", ", names.Select(static name => name ?? "none"))}.");
        }

        return from name in names
               where stage is null || name == stage
               select StageComparer.Compare(before, before?.Stages.FirstOrDefault(s => s.Name == name), after, after?.Stages.FirstOrDefault(s => s.Name == name));
    }
}
