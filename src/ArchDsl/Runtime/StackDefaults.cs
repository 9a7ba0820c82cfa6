using System.ComponentModel;
using Amazon.CDK;
using CdkEnvironment = Amazon.CDK.Environment;

namespace ArchDsl.Runtime;

/// <summary>For generated constructors: what the attributes say of a stack, under what its caller says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StackDefaults
{
    /// <summary>Copies the caller's properties and fills in those that the caller left out.</summary>
    /// <param name="props">The caller's properties, which win.</param>
    /// <param name="stackName">The stack's physical name, or none.</param>
    /// <param name="region">The region, or none.</param>
    /// <param name="account">The account, or none.</param>
    /// <param name="description">The stack's description, or none.</param>
    /// <returns>Properties for the stack's base constructor; the caller's object is left as it was.</returns>
    public static IStackProps Apply(IStackProps? props, string? stackName, string? region, string? account, string? description)
    {
        var result = new StackProps();
        if (props is not null)
        {
            // By reflection, so that members which a newer CDK adds are not lost.
            foreach (var member in typeof(IStackProps).GetProperties())
            {
                if (member.GetValue(props) is { } value)
                {
                    typeof(StackProps).GetProperty(member.Name)?.SetValue(result, value);
                }
            }
        }

        result.StackName ??= stackName;
        result.Description ??= description;
        region = result.Env?.Region ?? region;
        account = result.Env?.Account ?? account;
        if (region is not null || account is not null)
        {
            result.Env = new CdkEnvironment { Region = region, Account = account };
        }

        return result;
    }
}
