using System.ComponentModel;
using Constructs;

namespace ArchDsl.Runtime;

/// <summary>Chooses the stage of a generated stack. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Stages
{
    /// <summary>The stage that is asked for.</summary>
    /// <param name="scope">The construct above the stack, whose context may name the stage.</param>
    /// <param name="stage">The stage that the program names, or null.</param>
    /// <param name="known">The declared stages, the default one first.</param>
    /// <returns>The name of a declared stage.</returns>
    /// <exception cref="ArgumentException">The stage that is asked for is not declared.</exception>
    public static string Select(Construct scope, string? stage, params string[] known)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(known);
        string wanted = stage ?? scope.Node.TryGetContext("stage") as string ?? known[0];
        return known.Contains(wanted)
            ? wanted
            : throw new ArgumentException($"There is no stage '{wanted}'. The architecture declares {string.Join(", ", known)}.", nameof(stage));
    }
}
