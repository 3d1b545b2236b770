using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Timed;

/// <summary>The compiler makes each analyzer by its type: as many types as we may have analyzers.</summary>
internal static class Places
{
    public const int Count = 24;
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed0() : TimedAnalyzer(0);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed1() : TimedAnalyzer(1);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed2() : TimedAnalyzer(2);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed3() : TimedAnalyzer(3);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed4() : TimedAnalyzer(4);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed5() : TimedAnalyzer(5);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed6() : TimedAnalyzer(6);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed7() : TimedAnalyzer(7);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed8() : TimedAnalyzer(8);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed9() : TimedAnalyzer(9);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed10() : TimedAnalyzer(10);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed11() : TimedAnalyzer(11);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed12() : TimedAnalyzer(12);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed13() : TimedAnalyzer(13);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed14() : TimedAnalyzer(14);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed15() : TimedAnalyzer(15);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed16() : TimedAnalyzer(16);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed17() : TimedAnalyzer(17);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed18() : TimedAnalyzer(18);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed19() : TimedAnalyzer(19);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed20() : TimedAnalyzer(20);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed21() : TimedAnalyzer(21);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed22() : TimedAnalyzer(22);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Timed23() : TimedAnalyzer(23);
