using System.Text;

namespace ArchDsl.Model;

/// <summary>Names of environment variables.</summary>
internal static class VariableName
{
    /// <summary>
    /// The class name in upper snake case with a suffix: <c>Edge.UserImages</c> and <c>BUCKET_NAME</c> give <c>USER_IMAGES_BUCKET_NAME</c>,
    /// and <c>OrderTable</c> and <c>TABLE_NAME</c> give <c>ORDER_TABLE_NAME</c>.
    /// </summary>
    public static string Of(NodePath component, string suffix)
    {
        string name = Of(component);
        int first = suffix.IndexOf('_');
        bool told = first > 0 && (name == suffix.Substring(0, first) || name.EndsWith("_" + suffix.Substring(0, first), StringComparison.Ordinal));
        return name.Length == 0 ? suffix : told ? name + suffix.Substring(first) : name + "_" + suffix;
    }

    /// <summary>The class name in upper snake case; empty for the root.</summary>
    public static string Of(NodePath component)
    {
        string name = component.Value.Substring(component.Value.LastIndexOf('.') + 1);
        StringBuilder variable = new();
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1])))
            {
                variable.Append('_');
            }

            variable.Append(char.ToUpperInvariant(name[i]));
        }

        return variable.ToString();
    }
}
