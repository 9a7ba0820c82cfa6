using System.Text;

namespace ArchDsl.Model;

/// <summary>Names of stack outputs.</summary>
internal static class OutputName
{
    /// <summary>The name in Pascal case, in the letters and digits that CloudFormation allows: <c>vpc_id</c> gives <c>VpcId</c>.</summary>
    public static string LogicalId(string name)
    {
        StringBuilder id = new();
        bool start = true;
        foreach (char c in name)
        {
            if (c < 128 && char.IsLetterOrDigit(c))
            {
                id.Append(start ? char.ToUpperInvariant(c) : c);
                start = false;
            }
            else
            {
                start = true;
            }
        }

        return id.ToString();
    }
}
