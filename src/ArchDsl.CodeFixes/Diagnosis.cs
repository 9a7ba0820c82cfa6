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

    // What else the rule finds on the class. The places of a finding change with the source around it; what it says does not.
    private readonly IReadOnlyList<EquatableArray<string>> others;

    private Diagnosis(
        Project project, INamedTypeSymbol root, ArchitectureDeclaration declaration, Rule rule, Finding finding, IReadOnlyList<string?> stages, IEnumerable<Finding> all)
    {
        this.rule = rule;
        this.stages = stages;
        others = [.. all.Where(other => other != finding && other.Place.Origin.Node == finding.Place.Origin.Node).Select(static other => other.Arguments)];
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
    public async Task<Diagnosis?> AgainAsync(Solution solution, CancellationToken cancellation) =>
        solution.GetProject(Project.Id) is { } project && await RootInAsync(project, cancellation).ConfigureAwait(false) is { } root
            ? Remaining(Read(project, root, rule, stages, cancellation).Where(read => read.Node == Node), static read => read.Finding).FirstOrDefault()
            : null;

    /// <summary>The architecture in a changed project.</summary>
    public async Task<ArchitectureDeclaration?> DeclarationInAsync(Project project, CancellationToken cancellation) =>
        await RootInAsync(project, cancellation).ConfigureAwait(false) is { } root ? ArchitectureReader.Read(root, cancellation) : null;

    /// <summary>What an architecture means in the first stage that has the finding.</summary>
    public ArchitectureTopology Lower(ArchitectureDeclaration declaration) => Lowering.Lower(declaration, stages[0]);

    /// <summary>The finding of the same class in a changed architecture, in any of the stages that have it.</summary>
    /// <param name="declaration">The changed architecture.</param>
    /// <param name="node">Where the class stands in it, if it has moved.</param>
    public Finding? FindIn(ArchitectureDeclaration declaration, NodePath? node = null) => Remaining(
        stages.SelectMany(stage => rule.Check(new AnalyzedArchitecture(declaration, stage))).Distinct().Where(finding => finding.Place.Origin.Node == (node ?? Node)),
        static finding => finding).FirstOrDefault();

    // Those of a class that are not the others, which were there before.
    private IEnumerable<T> Remaining<T>(IEnumerable<T> found, Func<T, Finding> finding)
    {
        List<EquatableArray<string>> known = [.. others];
        return found.Where(one => !known.Remove(finding(one).Arguments)).ToList();
    }

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

    private bool IsWritten(SyntaxTree tree) => Solution.GetDocument(tree) is not (null or SourceGeneratedDocument);

    private static IEnumerable<Diagnosis> Read(
        Project project, INamedTypeSymbol root, Rule rule, IReadOnlyList<string?>? stages, CancellationToken cancellation)
    {
        if (ArchitectureReader.Read(root, cancellation) is not { } declaration)
        {
            return [];
        }

        List<(string? Stage, Finding Finding)> all =
        [
            .. from stage in stages ?? Stages.Of(declaration)
               from finding in rule.Check(new AnalyzedArchitecture(declaration, stage))
               select (stage, finding),
        ];
        return from one in all
               group one.Stage by one.Finding into found
               let same = found.ToList()
               select new Diagnosis(project, root, declaration, rule, found.Key, same, all.Where(other => same.Contains(other.Stage)).Select(static other => other.Finding).Distinct());
    }

    private async Task<INamedTypeSymbol?> RootInAsync(Project project, CancellationToken cancellation) =>
        await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } compilation
            ? SymbolFinder.FindSimilarSymbols(Root, compilation, cancellation).FirstOrDefault()
            : null;
}
