using ArchDsl.Model;
using ArchDsl.Reader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.CodeFixes.Moving;

/// <summary>
/// Moves a class of an architecture, with all its parts, into another class, so that every name in the solution still means what it meant.
/// </summary>
internal static class ClassMove
{
    /// <summary>The solution after the move; null where the move would break something or not end the finding.</summary>
    public static async Task<Solution?> MoveAsync(Diagnosis diagnosis, Destination destination, CancellationToken cancellation)
    {
        INamedTypeSymbol type = diagnosis.Type;
        if (destination.Name == type.Name
            || destination.Existing?.GetMembers(type.Name).IsEmpty == false
            || await FilesAsync(diagnosis, destination, cancellation).ConfigureAwait(false) is not { } files)
        {
            return null;
        }

        foreach (FileMove file in files)
        {
            if (await diagnosis.Solution.GetDocument(file.Id)!.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is not { } tree
                || !Diagnosis.IsWhole(tree, cancellation))
            {
                return null;
            }
        }

        // Without generators: what they have written names the class where it was.
        Solution before = diagnosis.Solution;
        foreach (ProjectId project in files.Select(static file => file.Id.ProjectId).Distinct())
        {
            before = before.WithProjectAnalyzerReferences(project, []);
        }

        Solution moved = before;
        bool declares = destination.Existing is null;
        foreach (FileMove file in files)
        {
            moved = moved.WithDocumentSyntaxRoot(file.Id, await file.ApplyAsync(declares, cancellation).ConfigureAwait(false));
            declares = false;
        }

        Solution after = before;
        Solution result = diagnosis.Solution;
        foreach (FileMove file in files)
        {
            SourceText text = await file.FinishAsync(moved.GetDocument(file.Id)!, cancellation).ConfigureAwait(false);
            after = after.WithDocumentText(file.Id, text);
            result = result.WithDocumentText(file.Id, text);
        }

        MoveProof proof = new(diagnosis, destination.Path.Child(type.Name));
        return await proof.HoldsAsync(before, after, files.Select(static file => file.Id), cancellation).ConfigureAwait(false) ? result : null;
    }

    /// <summary>The files that change, the one with the attribute at fault first; null where one of them cannot.</summary>
    private static async Task<List<FileMove>?> FilesAsync(Diagnosis diagnosis, Destination destination, CancellationToken cancellation)
    {
        INamedTypeSymbol type = diagnosis.Type;
        Solution solution = diagnosis.Solution;
        if (await NameChanges.ToAsync(type, destination.TypeName, solution, cancellation).ConfigureAwait(false) is not { } references)
        {
            return null;
        }

        SyntaxTree? first = OriginLocator.Locate(diagnosis.Root, diagnosis.Finding.Place.Origin, cancellation).SourceTree;
        Dictionary<DocumentId, FileMove> files = [];
        foreach (TypeDeclarationSyntax part in diagnosis.Parts.OrderByDescending(part => part.SyntaxTree == first))
        {
            Document document = solution.GetDocument(part.SyntaxTree)!;
            SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            FileMove file = await FileAsync(document.Id).ConfigureAwait(false);
            if (model is null || !file.Add(part, model, diagnosis.IsWritten))
            {
                return null;
            }

            file.Add(NameChanges.In(part, type, model, cancellation));
        }

        foreach (IGrouping<DocumentId, NameChange> changes in references)
        {
            (await FileAsync(changes.Key).ConfigureAwait(false)).Add(changes);
        }

        return [.. files.Values.OrderByDescending(static file => file.HasParts)];

        async Task<FileMove> FileAsync(DocumentId id)
        {
            if (!files.TryGetValue(id, out FileMove? file))
            {
                files.Add(id, file = await FileMove.OfAsync(solution.GetDocument(id)!, destination, cancellation).ConfigureAwait(false));
            }

            return file;
        }
    }
}
