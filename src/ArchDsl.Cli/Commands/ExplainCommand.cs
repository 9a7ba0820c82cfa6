using System.CommandLine;
using ArchDsl.Cli.Explaining;
using ArchDsl.Cli.Input;
using ArchDsl.Model;

namespace ArchDsl.Cli.Commands;

/// <summary>Explains a rule, a component, or a resource of a template.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private readonly Argument<string> subject = new("subject")
    {
        Description = "The id of a rule (ARCH1001), a component (Api, Public.Api), or the logical id of a resource in a synthesised template.",
    };

    private readonly Option<string> cdkOut = new("--cdk-out")
    {
        Description = "The folder of the synthesised templates. Default: cdk.out in the project's folder.",
        HelpName = "folder",
    };

    public ExplainCommand(Terminal terminal)
        : base("explain", "Explains the id of a rule, a component with all that is known of it, or where in the source a resource of a template comes from.", terminal)
    {
        Arguments.Add(subject);
        TakeArchitecture();
        Options.Add(cdkOut);
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        string name = arguments.GetRequiredValue(subject).Trim();
        if (name.Length == 0)
        {
            throw new ToolException(ExitCode.Usage, "Name what is to be explained: a rule, a component, or a resource of a template.");
        }

        if (RulePage.IsId(name))
        {
            Explain(RulePage.Find(name), arguments);
            return ExitCode.Ok;
        }

        BuiltProject project = Project(arguments);
        Subject found = Find(name, project, arguments);
        if (WantsJson(arguments))
        {
            WriteJson(found.Facts, arguments);
        }
        else
        {
            Write(console => new SubjectView(console).Show(found), arguments);
        }

        return ExitCode.Ok;
    }

    private void Explain(RulePage page, ParseResult arguments)
    {
        if (WantsJson(arguments))
        {
            WriteJson(page, arguments);
        }
        else
        {
            Write(console => MarkdownView.Show(console, page.Page), arguments);
        }
    }

    // A component is meant before a resource: class names and logical ids are seldom equal.
    private Subject Find(string name, BuiltProject project, ParseResult arguments)
    {
        IReadOnlyList<ArchitectureManifest> candidates = ArchitectureName(arguments) is null ? project.Architectures : [Architecture(project, arguments)];
        List<(ArchitectureManifest Manifest, string Path)> classes =
        [
            .. from manifest in candidates
               from path in Subject.Matches(manifest, name)
               select (manifest, path),
        ];
        if (classes is [var only])
        {
            return Subject.Of(only.Manifest, Stage(only.Manifest, arguments), only.Path);
        }

        if (classes.Count > 1)
        {
            throw new ToolException(ExitCode.Usage, $"{name} is ambiguous. There are {string.Join(", ", classes.Select(static c => c.Path.Length == 0 ? c.Manifest.TypeName : c.Path))}.");
        }

        SynthesizedOutput output = SynthesizedOutput.Find(arguments.GetValue(cdkOut), project, Terminal);
        if (output.PathOf(name) is { } resource)
        {
            ArchitectureManifest manifest = SynthesizedOutput.ArchitectureOf(resource, candidates);
            return Subject.Of(manifest, Stage(manifest, arguments), resource);
        }

        if ((from manifest in candidates from stage in manifest.Stages from o in stage.Outputs where o.LogicalId == name select (manifest, stage, o)).FirstOrDefault() is { manifest: not null } found)
        {
            return Subject.Of(found.manifest, found.stage, found.o.Path);
        }

        string components = string.Join(", ", candidates.SelectMany(static m => m.Stages[0].Components).Select(static c => c.Path).Where(static p => p.Length > 0).Take(12));
        throw new ToolException(ExitCode.Usage, $"Nothing is called '{name}': no rule, no component ({components}), and no resource in {output.Description}.");
    }
}
