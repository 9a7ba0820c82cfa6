using ArchDsl.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Acme.ArchRules;

/// <summary>Runs Acme's rules in the compiler and in editors.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AcmeAnalyzer() : RuleAnalyzer(new BucketHasPrefix(), new DatabaseOutlivesZone());
