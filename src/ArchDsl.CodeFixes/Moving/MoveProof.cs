using ArchDsl.Model;
using Microsoft.CodeAnalysis;

namespace ArchDsl.CodeFixes.Moving;

/// <summary>Compares a solution before and after a move, so that none is offered that breaks anything.</summary>
/// <param name="diagnosis">What is to be cured.</param>
/// <param name="to">Where the class stands after the move.</param>
internal sealed class MoveProof(Diagnosis diagnosis, NodePath to)
{
    /// <summary>
    /// Whether the finding is gone and no other one about the use of the language has come, every attribute says what it said, and the
    /// changed files have no more errors.
    /// </summary>
    public async Task<bool> HoldsAsync(Solution before, Solution after, IEnumerable<DocumentId> files, CancellationToken cancellation)
    {
        Project project = after.GetProject(diagnosis.Project.Id)!;
        if (await diagnosis.DeclarationInAsync(project, cancellation).ConfigureAwait(false) is not { } moved
            || !SaysTheSame(moved)
            || !diagnosis.IsCuredIn(moved, to))
        {
            return false;
        }

        foreach (DocumentId file in files)
        {
            int errors = await ErrorsAsync(before, file, cancellation).ConfigureAwait(false);
            if (await ErrorsAsync(after, file, cancellation).ConfigureAwait(false) > errors)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<int> ErrorsAsync(Solution solution, DocumentId file, CancellationToken cancellation)
    {
        SemanticModel? model = await solution.GetDocument(file)!.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model!.GetDiagnostics(cancellationToken: cancellation).Count(static d => d.Severity == DiagnosticSeverity.Error);
    }

    // Attributes may come (new subnets), but none may go or change, and the targets of edges are the same classes.
    private bool SaysTheSame(ArchitectureDeclaration moved)
    {
        string? oldName = Find(diagnosis.Declaration, diagnosis.Node);
        string? newName = Find(moved, to);
        HashSet<(string Type, AttributeDeclaration Attribute)> said = [.. Said(moved, static name => name)];
        return oldName is not null && newName is not null && Said(diagnosis.Declaration, Rename).All(said.Contains);

        string Rename(string name) =>
            name == oldName || name.StartsWith(oldName + ".", StringComparison.Ordinal) ? newName + name.Substring(oldName!.Length) : name;
    }

    private static string? Find(ArchitectureDeclaration architecture, NodePath path) =>
        architecture.Root.SelfAndDescendants().FirstOrDefault(node => node.Path == path)?.TypeName;

    private static IEnumerable<(string Type, AttributeDeclaration Attribute)> Said(
        ArchitectureDeclaration architecture, Func<string, string> rename) =>
        from node in architecture.Root.SelfAndDescendants()
        from attribute in node.Attributes
        select (rename(node.TypeName), attribute with
        {
            Index = 0,
            TypeArguments = attribute.TypeArguments.Select(target => target with { TypeName = rename(target.TypeName) }).ToEquatableArray(),
        });
}
