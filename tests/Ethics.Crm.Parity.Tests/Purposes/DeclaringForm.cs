using static Ethics.Crm.Parity.Tests.Purposes.DeclaringProgram;

namespace Ethics.Crm.Parity.Tests.Purposes;

/// <summary>How a class implements a member of its interface. What a place says is written where it stands: <c>a[Place]</c>.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Without">Places that such a class does not have.</param>
/// <param name="Source">The class, its base, its interface and the type around it.</param>
internal sealed record DeclaringForm(string Name, int[] Without, Func<string, string[], string> Source)
{
    private const string Now = "string.Join(\"+\", PurposeScope.Current)";

    public static IReadOnlyList<DeclaringForm> All { get; } =
    [
        new("override", [], static (n, a) => $$"""
            public class {{n}}Base { {{a[BaseMember]}} public virtual string M() => ""; }
            {{a[Contract]}} public interface {{n}}I { {{a[ContractMember]}} string M(); }
            {{a[Outer]}} public class {{n}}Out { {{a[OfType]}} public class {{n}} : {{n}}B, {{n}}I { {{a[Member]}} public override string M() => {{Now}}; } }
            {{a[BaseType]}} public class {{n}}B : {{n}}Base { }
            """),
        new("property", [], static (n, a) => $$"""
            public class {{n}}Base { {{a[BaseMember]}} public virtual string M => ""; }
            {{a[Contract]}} public interface {{n}}I { {{a[ContractMember]}} string M { get; } }
            {{a[Outer]}} public class {{n}}Out { {{a[OfType]}} public class {{n}} : {{n}}B, {{n}}I { {{a[Member]}} public override string M => {{Now}}; } }
            {{a[BaseType]}} public class {{n}}B : {{n}}Base { }
            """),
        new("explicit", [BaseMember], static (n, a) => $$"""
            {{a[Contract]}} public interface {{n}}I { {{a[ContractMember]}} string M(); }
            {{a[Outer]}} public class {{n}}Out { {{a[OfType]}} public class {{n}} : {{n}}B, {{n}}I { {{a[Member]}} string {{n}}I.M() => {{Now}}; } }
            {{a[BaseType]}} public class {{n}}B { }
            """),
        new("generic", [BaseMember], static (n, a) => $$"""
            {{a[Contract]}} public interface {{n}}I<T> { {{a[ContractMember]}} string M(); }
            {{a[Outer]}} public class {{n}}Out { {{a[OfType]}} public class {{n}}<T> : {{n}}B<T>, {{n}}I<T> { {{a[Member]}} public string M() => {{Now}}; } }
            {{a[BaseType]}} public class {{n}}B<T> { }
            """),
        new("generic method", [BaseMember, Outer], static (n, a) => $$"""
            {{a[Contract]}} public interface {{n}}I { {{a[ContractMember]}} string M<T>(ref T one, out int two); }
            public class {{n}}Out { {{a[OfType]}} public class {{n}} : {{n}}B, {{n}}I { {{a[Member]}} public string M<T>(ref T one, out int two) { two = 2; return {{Now}}; } } }
            {{a[BaseType]}} public class {{n}}B { }
            """),
        new("interface of a base", [], static (n, a) => $$"""
            {{a[Contract]}} public interface {{n}}I { {{a[ContractMember]}} string M(); }
            public class {{n}}Base : {{n}}I { {{a[BaseMember]}} public virtual string M() => ""; }
            {{a[Outer]}} public class {{n}}Out { {{a[OfType]}} public class {{n}} : {{n}}B { {{a[Member]}} public override string M() => {{Now}}; } }
            {{a[BaseType]}} public class {{n}}B : {{n}}Base { }
            """),
    ];

    public bool Has(int place) => !Without.Contains(place);

    public override string ToString() => Name;
}
