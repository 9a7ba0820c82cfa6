using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace ArchDsl.CodeFixes;

/// <summary>
/// The finding behind a diagnostic, read again from the source. A diagnostic shows places; this knows the architecture around them,
/// and so whether a change would end the finding.
/// </summary>
internal sealed class Diagnosis
{
    private readonly Rule rule;
    private readonly IReadOnlyList<string?> stages;

    private Diagnosis(
        Project project, INamedTypeSymbol root, ArchitectureDeclaration declaration, Rule rule, Finding finding, IReadOnlyList<string?> stages)
    {
        this.rule = rule;
        this.stages = stages;
        Project = project;
        Root = root;
        Declaration = declaration;
        Finding = finding;
        Type = OriginLocator.Find(root, Node)!;
    }

    public Project Project { get; }

    public Solution Solution => Project.Solution;

    /// <summary>The top-level class of the architecture.</summary>
    public INamedTypeSymbol Root { get; }

    public ArchitectureDeclaration Declaration { get; }

    public Finding Finding { get; }

    /// <summary>The class at fault.</summary>
    public NodePath Node => Finding.Place.Origin.Node;

    /// <inheritdoc cref="Node"/>
    public INamedTypeSymbol Type { get; }

    /// <summary>The parts of the class at fault that somebody wrote.</summary>
    public IEnumerable<TypeDeclarationSyntax> Parts =>
        Type.DeclaringSyntaxReferences.Where(IsWritten).Select(static part => part.GetSyntax()).OfType<TypeDeclarationSyntax>();

    /// <summary>Reads the finding of a diagnostic; null where the source has none there (any more).</summary>
    public static async Task<Diagnosis?> OfAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (Model.RuleSet.Find(diagnostic.Id) is not { } rule
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false) is not { } syntax
            || !syntax.FullSpan.Contains(diagnostic.Location.SourceSpan)
            || syntax.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type)
        {
            return null;
        }

        // Two stages can have findings at one place that differ in the others.
        INamedTypeSymbol root = ArchitectureReader.RootOf(type);
        return Read(document.Project, root, rule, null, cancellation)
            .Where(read => Locate(read.Finding.Place) is var place
                && place.SourceTree == model.SyntaxTree
                && place.SourceSpan == diagnostic.Location.SourceSpan)
            .OrderByDescending(read => read.Finding.Related.Select(Locate).SequenceEqual(diagnostic.AdditionalLocations))
            .FirstOrDefault();

        Location Locate(Place place) => OriginLocator.Locate(root, place.Origin, cancellation);
    }

    /// <summary>The same finding after a change of the solution; null where the change ended it.</summary>
    public async Task<Diagnosis?> AgainAsync(Solution solution, CancellationToken cancellation)
    {
        if (solution.GetProject(Project.Id) is not { } project || await RootInAsync(project, cancellation).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        // The change may have given it other words, but not those of one that stood beside it.
        List<Finding> others = [.. stages.SelectMany(Others)];
        return Read(project, root, rule, stages, cancellation)
            .Where(read => read.Node == Node && (IsSame(read.Finding, Finding) || !others.Exists(other => IsSame(read.Finding, other))))
            .OrderByDescending(read => IsSame(read.Finding, Finding))
            .FirstOrDefault();
    }

    /// <summary>The architecture in a changed project.</summary>
    public async Task<ArchitectureDeclaration?> DeclarationInAsync(Project project, CancellationToken cancellation) =>
        await RootInAsync(project, cancellation).ConfigureAwait(false) is { } root ? ArchitectureReader.Read(root, cancellation) : null;

    /// <summary>What an architecture means in the first stage that has the finding.</summary>
    public ArchitectureTopology Lower(ArchitectureDeclaration declaration) => Lowering.Lower(declaration, stages[0]);

    /// <summary>
    /// The finding in a changed architecture, in any of the stages that have it, or one of the same class that it hid; null where the
    /// change ends it. Those that stand beside it now are others.
    /// </summary>
    /// <param name="declaration">The changed architecture.</param>
    /// <param name="node">Where the class stands in it, if it has moved.</param>
    public Finding? FindIn(ArchitectureDeclaration declaration, NodePath? node = null) =>
        stages.SelectMany(stage => Without(Findings(declaration, stage, node ?? Node), Others(stage))).FirstOrDefault();

    /// <summary>Whether a change ends the finding, and makes no other fault in the use of the language.</summary>
    /// <inheritdoc cref="FindIn"/>
    public bool IsCuredIn(ArchitectureDeclaration declaration, NodePath? node = null) =>
        FindIn(declaration, node) is null && !declaration.HasMoreFaultsThan(Declaration);

    /// <summary>The arguments or attributes at some places.</summary>
    public IEnumerable<TSyntax> Syntax<TSyntax>(IEnumerable<Origin> places, CancellationToken cancellation)
        where TSyntax : SyntaxNode =>
        from place in places
        let location = OriginLocator.Locate(Root, place, cancellation)
        let tree = location.SourceTree
        where tree is not null && IsWritten(tree)
        let node = tree.GetRoot(cancellation).FindNode(location.SourceSpan) as TSyntax
        where node is not null
        select node;

    /// <summary>Whether somebody wrote a part of a class, so that a fix can change it: the generator writes another one.</summary>
    public bool IsWritten(SyntaxReference part) => IsWritten(part.SyntaxTree);

    private IEnumerable<Finding> Others(string? stage) => Findings(Declaration, stage, Node).Where(finding => finding != Finding);

    private IEnumerable<Finding> Findings(ArchitectureDeclaration declaration, string? stage, NodePath node) =>
        rule.Check(new AnalyzedArchitecture(declaration, stage)).Where(finding => finding.Place.Origin.Node == node);

    private static List<Finding> Without(IEnumerable<Finding> findings, IEnumerable<Finding> others)
    {
        List<Finding> left = [.. findings];
        foreach (Finding other in others)
        {
            // Of two that say the same, each is the other of the other.
            if (left.FindIndex(finding => IsSame(finding, other)) is var index and >= 0)
            {
                left.RemoveAt(index);
            }
        }

        return left;
    }

    // Attributes change their numbers when one comes or goes.
    private static bool IsSame(Finding one, Finding other) =>
        one.Arguments == other.Arguments && one.Place.Origin.Argument == other.Place.Origin.Argument;

    /// <summary>Whether a file is no half-typed one. Roslyn's formatter throws at some that are.</summary>
    public static bool IsWhole(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetDiagnostics(cancellation).All(static d => d.Severity != DiagnosticSeverity.Error);

    private bool IsWritten(SyntaxTree tree) => Solution.GetDocument(tree) is not (null or SourceGeneratedDocument);

    private static IEnumerable<Diagnosis> Read(
        Project project, INamedTypeSymbol root, Rule rule, IReadOnlyList<string?>? stages, CancellationToken cancellation) =>
        ArchitectureReader.Read(root, cancellation) is { } declaration
            ? from stage in stages ?? Stages.Of(declaration)
              from finding in rule.Check(new AnalyzedArchitecture(declaration, stage))
              group stage by finding into found
              select new Diagnosis(project, root, declaration, rule, found.Key, [.. found])
            : [];

    private async Task<INamedTypeSymbol?> RootInAsync(Project project, CancellationToken cancellation) =>
        await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } compilation
            ? SymbolFinder.FindSimilarSymbols(Root, compilation, cancellation).FirstOrDefault()
            : null;
}
