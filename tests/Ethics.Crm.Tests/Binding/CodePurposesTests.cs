using System.Reflection;
using Ethics.Crm.Binding;
using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests.Binding;

/// <summary>What compiled code works for: the order in which the build counts (its <c>CodePurposeTests</c>), read by reflection.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CodePurposesTests
{
    private const string Here = "Ethics.Crm.Tests.Binding.CodePurposesTests.";

    [Theory]
    [InlineData(typeof(Desk), "Own", "billing")]
    [InlineData(typeof(Desk), "Silent", "support")]
    [InlineData(typeof(Desk.Inner), "Silent", "support")]
    [InlineData(typeof(Front), "Greet", "billing")]
    [InlineData(typeof(Back), "Greet", "billing")]
    [InlineData(typeof(Implementing), "Answer", "support")]
    [InlineData(typeof(Implementing), "Other", "marketing")]
    [InlineData(typeof(Explicit), "Ethics.Crm.Tests.Binding.CodePurposesTests.IDesk.Answer", "support")]
    [InlineData(typeof(OfTwo), "Answer", "billing+support")]
    [InlineData(typeof(Generic<int>), "Answer", "support")]
    [InlineData(typeof(WithProperty), "get_Name", "billing")]
    [InlineData(typeof(Nothing), "Silent", null)]
    public void Attributes_CountInTheOrderOfTheBuild(Type type, string method, string? expected) => Assert.Equal(expected, Told(type, method));

    [Theory]
    [InlineData("{{Here}}Nothing.Silent", "Silent", "billing")]
    [InlineData("{{Here}}Nothing", "Silent", "billing")]
    [InlineData("{{Here}}**", "Silent", "billing")]
    [InlineData("{{Here}}Elsewhere", "Silent", null)]
    public void PolicyEntry_SpeaksForCodeThatSaysNothing(string pattern, string method, string? expected)
    {
        using var host = new TestHost(TestHost.With($"\"code\": {{ \"{pattern.Replace("{{Here}}", Here)}\": [\"billing\"] }}"));

        Assert.Equal(expected, Told(typeof(Nothing), method, host));
        Assert.Equal("support", Told(typeof(Desk), "Silent", host));
    }

    [Fact]
    public void EntryOfABaseOrOfItsMember_SpeaksForWhatIsDerived_AndANearerOneBeforeIt()
    {
        using var host = new TestHost(TestHost.With($"\"code\": {{ \"{Here}Base\": [\"billing\"], \"{Here}ISilent.Speak\": [\"support\"], \"{Here}Nearer\": [\"marketing\"] }}"));

        Assert.Equal("billing", Told(typeof(Derived), "Silent", host));
        Assert.Equal("support", Told(typeof(Derived), "Speak", host));
        Assert.Equal("marketing", Told(typeof(Nearer), "Silent", host));
    }

    [Fact]
    public void CodeThatDeclaresMoreThanItsCeiling_HasToDoWithBoth_AndCodeWithinItDoesNot()
    {
        using var host = new TestHost(TestHost.With($"\"code\": {{ \"{Here}**\": {{ \"purposes\": [\"support\"], \"only\": true }} }}"));

        Assert.Equal("billing+support", Told(typeof(Desk), "Own", host));
        Assert.Equal("support", Told(typeof(Desk), "Silent", host));
        Assert.Equal("support", Told(typeof(Nothing), "Silent", host));
    }

    [Fact]
    public void Caller_CountsForAMethodThatSaysNothing_AndForALambdaBeforeWhatIsAroundIt()
    {
        Assert.Equal("fraud", Told(typeof(Nothing), "Silent", caller: "fraud"));
        Assert.Equal("support", Told(typeof(Desk), "Silent", caller: "fraud"));
        Assert.Equal("fraud", Told(Desk.Lambda().Method, caller: "fraud"));
        Assert.Equal("support", Told(Desk.Lambda().Method));
        Assert.Equal("billing", Told(Desk.Declaring().Method, caller: "fraud"));
        Assert.Equal("support", Told(Desk.Local().Method, caller: "fraud"));
        Assert.Equal("billing", Told(new Desk().InMethod(1).Method));
    }

    [Fact]
    public void InheritedMethod_WorksForTheClassThatIsAsked_UnlessItsOwnClassSaysSomething()
    {
        var silent = Method(typeof(Base), "Silent");

        Assert.Equal("support", Told(silent, seen: typeof(Asked)));
        Assert.Null(Told(silent, seen: typeof(Derived)));
        Assert.Equal("support", Told(Method(typeof(Desk), "Silent"), seen: typeof(OfBilling)));
    }

    [Fact]
    public void AttributeWithoutName_WorksForNothing()
    {
        Assert.Equal("", Told(typeof(Nameless), "Answer", caller: "support"));
        Assert.Equal("support", Told(typeof(Nothing), "Silent", caller: "support"));
    }

    private static string? Told(Type type, string method, TestHost? host = null, string? caller = null) => Told(Method(type, method), host, caller: caller);

    private static string? Told(MethodInfo method, TestHost? host = null, Type? seen = null, string? caller = null)
    {
        using var own = host is null ? new TestHost() : null;
        return Text(new HostPurposes((host ?? own)!.Host).Of(method, seen, caller is null ? null : new[] { caller }));
    }

    private static string? Text(CodePurposes? purposes) => purposes is null ? null : string.Join("+", purposes.Names.Order(StringComparer.Ordinal));

    private static MethodInfo Method(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)!;

    private interface IDesk
    {
        [ForPurpose("support")]
        void Answer();
    }

    [ForPurpose("marketing")]
    private interface ICampaign
    {
        void Other();
    }

    private interface IBills
    {
        [ForPurpose("billing")]
        void Answer();
    }

    private interface IAnswers<T>
    {
        [ForPurpose("support")]
        void Answer(T value);
    }

    private interface ISilent
    {
        void Speak();
    }

    [ForPurpose("support")]
    private class Desk
    {
        [ForPurpose("billing")]
        public void Own()
        {
        }

        public void Silent()
        {
        }

        public static Func<int> Lambda() => () => 1;

        public static Func<int> Declaring() => [ForPurpose("billing")] () => 1;

        public static Func<int> Local()
        {
            return One;

            static int One() => 1;
        }

        [ForPurpose("billing")]
        public Func<int> InMethod(int number) => () => number + GetHashCode();

        public sealed class Inner
        {
            public void Silent()
            {
            }
        }
    }

    [ForPurpose("billing")]
    private sealed class OfBilling : Desk;

    private abstract class AnyFront
    {
        [ForPurpose("billing")]
        public abstract void Greet();
    }

    private class Front : AnyFront
    {
        public override void Greet()
        {
        }
    }

    private sealed class Back : Front
    {
        public override void Greet()
        {
        }
    }

    private sealed class Implementing : IDesk, ICampaign
    {
        public void Answer()
        {
        }

        public void Other()
        {
        }
    }

    private sealed class Explicit : IDesk
    {
        void IDesk.Answer()
        {
        }
    }

    private sealed class OfTwo : IDesk, IBills
    {
        public void Answer()
        {
        }
    }

    private sealed class Generic<T> : IAnswers<T>
    {
        public void Answer(T value)
        {
        }
    }

    private sealed class WithProperty
    {
        [ForPurpose("billing")]
        public string Name => "";
    }

    private sealed class Nothing
    {
        public void Silent()
        {
        }
    }

    private sealed class Nameless
    {
        [ForPurpose]
        public void Answer()
        {
        }
    }

    private abstract class Base
    {
        public void Silent()
        {
        }
    }

    private class Derived : Base, ISilent
    {
        public new void Silent()
        {
        }

        public void Speak()
        {
        }
    }

    private sealed class Nearer : Base
    {
        public new void Silent()
        {
        }
    }

    [ForPurpose("support")]
    private sealed class Asked : Base;
}
