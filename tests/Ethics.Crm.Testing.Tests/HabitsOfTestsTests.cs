using System.Diagnostics;
using System.Text.Json;
using AutoFixture;
using Castle.DynamicProxy;

namespace Ethics.Crm.Testing.Tests;

/// <summary>What test projects do all day, the day after the models were guarded; the guide's recipes.</summary>
[Collection(OneAtATime.Name)]
public sealed class HabitsOfTestsTests
{
    private readonly Contact _ada = new() { Id = 7, Email = "ada@mail" };

    [Fact]
    public void Builders_AndAutoFixture_WriteOnly_AndNeedNoPurpose()
    {
        var made = new Fixture().Build<Contact>().With(c => c.Email, "ada@mail").Create();

        Assert.NotEqual(0, made.Id);
        Assert.Equal("ada@mail", PurposeAssert.Permits("support", () => made.Email));
    }

    [Fact]
    public void Comparing_Reads_AndNeedsOne()
    {
        PurposeAssert.Refuses(() => _ada.Email == new Contact { Email = "ada@mail" }.Email, Refusal.NoScope);
        using (TestPurposes.Assume("support"))
            Assert.Equivalent(_ada, new Contact { Id = 7, Email = "ada@mail" });
    }

    [Fact]
    public void Mock_RunsUnderWhateverScopeItsCallerOpened()
    {
        var generator = new ProxyGenerator();
        var seen = new List<string>();
        var mail = generator.CreateInterfaceProxyWithoutTarget<ISendMail>(new Recording(call => seen.Add(((Contact)call.Arguments[0]!).Email)));

        PurposeAssert.Refuses(() => Sent(), Refusal.NoScope);
        using (PurposeScope.Enter("support"))
            mail.Send(_ada);
        Assert.Equal(["ada@mail"], seen);

        object? Sent()
        {
            mail.Send(_ada);
            return null;
        }
    }

    [Fact]
    public void Snapshot_ThrowsWithoutPurpose_IsWholeForOne_AndShowsWhatAnotherMaySee()
    {
        var options = new JsonSerializerOptions().UsePurposes();

        PurposeAssert.Refuses(() => JsonSerializer.Serialize(_ada));
        Assert.Equal("""{"Id":7,"Email":"ada@mail"}""", PurposeAssert.Permits("support", () => JsonSerializer.Serialize(_ada)));
        Assert.Equal("""{"Id":7}""", PurposeAssert.Permits("billing", () => JsonSerializer.Serialize(_ada, options)));
        using (TestPurposes.Assume("support"))
            Assert.Equal("""{"Id":7,"Email":"ada@mail"}""", JsonSerializer.Serialize(_ada, options));
    }

    [Fact]
    public void DebuggerView_RunsTheGetter_AndShowsTheRefusalOrTheValue()
    {
        // A debugger calls the getter on the thread that stands still, as reflection does here; the field it does not show.
        var email = typeof(Contact).GetProperty(nameof(Contact.Email))!;
        var fields = typeof(Contact).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).Where(f => f.Name.Contains("ethics", StringComparison.OrdinalIgnoreCase));

        Assert.IsType<PurposeViolationException>(Assert.Throws<System.Reflection.TargetInvocationException>(() => email.GetValue(_ada)).InnerException);
        using (TestPurposes.Assume("support"))
            Assert.Equal("ada@mail", email.GetValue(_ada));
        Assert.All(fields, f => Assert.True(f.IsDefined(typeof(DebuggerBrowsableAttribute), inherit: false)));
    }

    public interface ISendMail
    {
        void Send(Contact contact);
    }

    private sealed class Recording(Action<IInvocation> called) : IInterceptor
    {
        public void Intercept(IInvocation invocation) => called(invocation);
    }
}
