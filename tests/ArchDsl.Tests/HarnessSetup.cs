using System.Runtime.CompilerServices;
using ArchDsl.Generators;
using ArchDsl.Harness;

namespace ArchDsl.Tests;

internal static class HarnessSetup
{
    [ModuleInitializer]
    public static void Initialize()
    {
        HarnessDefaults.AddReferences(
            typeof(ArchitectureAttribute),
            typeof(ArchDslApp),
            typeof(Amazon.CDK.Stack),
            typeof(Constructs.Construct),
            typeof(Amazon.JSII.Runtime.Deputy.DeputyBase));
        HarnessDefaults.Generators.Add(static () => new ArchitectureGenerator());
    }
}
