using System.Composition;
using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>ECRM1106 where <c>EthicsCrmGuard</c> is false: turns a partial property back into an auto-property, which is all that is generated for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePropertyPlainCodeFix))]
[Shared]
public sealed class MakePropertyPlainCodeFix() : PropertyRepairCodeFix(
    PropertyRepair.Unguard, "Turn the partial property back into an auto-property", UnguardingEdits.ApplyAsync);
