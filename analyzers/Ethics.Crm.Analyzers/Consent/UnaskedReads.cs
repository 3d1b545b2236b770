using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Reads for a purpose that asks something of the person or of the data, where nothing on the way asks it.</summary>
/// <param name="purposes">What is known of the compilation; with a policy.</param>
/// <param name="concerned">The purposes that ask it.</param>
internal abstract class UnaskedReads(PurposeContext purposes, ImmutableHashSet<string> concerned)
{
    /// <summary>In a finding's properties: the purpose for which a fix may ask; there is one only if the code works for one such purpose.</summary>
    internal const string PurposeProperty = "purpose";

    private readonly ConcurrentBag<UnaskedRead> candidates = new();

    /// <summary>One for each thing that the policy's purposes ask; none, and nothing is looked at, where they ask nothing.</summary>
    public static ImmutableArray<UnaskedReads> Find(PurposeContext purposes)
        => new UnaskedReads?[] { UnaskedConsent.Find(purposes), UncheckedAges.Find(purposes) }.OfType<UnaskedReads>().ToImmutableArray();

    private protected PurposeContext Purposes => purposes;

    private protected InterceptedMembers Intercepted { get; } = new(purposes);

    /// <summary>To be called for each read of labelled data.</summary>
    public void Look(OperationAnalysisContext context, LabelledRead labelled)
    {
        var read = labelled.Read;
        if (!AsksItself(read.Member, context.CancellationToken)
            && !ConsentQuestions.IsNamedFor(read.Operation)
            && read.Location.IsByHand(context.IsGeneratedCode)
            && Concerned(labelled, purposes.Code.At(read.Operation, context.ContainingSymbol)) is { IsEmpty: false } asking)
        {
            candidates.Add(new UnaskedRead(read, context.ContainingSymbol, asking) { Places = ImmutableArray.Create(read.Operation) });
        }
    }

    /// <summary>The findings, when the whole project has been seen.</summary>
    /// <param name="helpers">What is read for code that declares something by code that declares nothing.</param>
    public IEnumerable<Diagnostic> Tell(IEnumerable<HelperFinding> helpers, CallIndex index, BodyProvider bodies, CancellationToken cancellationToken)
    {
        var methods = new AskingMethods(index, bodies, (operation, question) => AsksAnywhere(operation, question, cancellationToken), cancellationToken);
        var places = new CallPlaces(index, bodies, cancellationToken);
        var ways = new Dictionary<Question, AskingWays>();
        var found = candidates.Concat(helpers.Select(helper => Of(helper, bodies, cancellationToken)).OfType<UnaskedRead>())
            .Where(one => !GetterAsks(one.Read.Member) && !one.Purposes.All(purpose => IsAsked(one, new Question(purpose, AboutOf(one)))))
            .GroupBy(static one => (one.Read.Location, one.Read.Name)).Select(static same => same.OrderBy(static one => one.Code, StringComparer.Ordinal).First())
            .OrderBy(static one => one.Read.Location, SourceOrder.Instance).ThenBy(static one => one.Read.Name, StringComparer.Ordinal).ToArray();
        return found.Length == 0 ? [] : Describe(found, cancellationToken);

        bool GetterAsks(ISymbol member) => methods.GetterAsks(member, property => !property.IsAbstract && !purposes.Labels.Of(property, cancellationToken).IsEmpty && AsksItself(property, cancellationToken));

        bool IsAsked(UnaskedRead one, Question question) => one.Places.Any(WaysOf(question).At) || WaysOf(question.Elsewhere).Before(one.Containing);

        AskingWays WaysOf(Question question)
        {
            if (!ways.TryGetValue(question, out var known))
            {
                ways.Add(question, known = new AskingWays(index, places, operation => methods.Asks(operation, question) || Asks(operation, question, cancellationToken), operation => methods.SideOf(operation, question)));
            }

            return known;
        }
    }

    /// <summary>Whether reading the member asks by itself, or is none of the rule's business.</summary>
    private protected abstract bool AsksItself(ISymbol member, CancellationToken cancellationToken);

    /// <summary>Whether an operation on the way asks, beside those that ask the person.</summary>
    private protected abstract bool Asks(IOperation operation, Question question, CancellationToken cancellationToken);

    /// <summary>The same in what is called there, where the object has another name.</summary>
    private protected virtual bool AsksAnywhere(IOperation operation, Question question, CancellationToken cancellationToken) => false;

    /// <summary>What <see cref="Asks"/> looks for; null where it would find nothing, so that as many reads as can be have one question.</summary>
    private protected abstract object? AboutOf(UnaskedRead read);

    /// <summary>Those that are left, in the order of the source.</summary>
    private protected abstract IEnumerable<Diagnostic> Describe(IReadOnlyList<UnaskedRead> found, CancellationToken cancellationToken);

    private ImmutableArray<string> Concerned(LabelledRead labelled, CodePurposes code)
    {
        // A test that opens a scope of its own has said itself who allows what, and looks at what comes of it.
        if (code.IsUndeclared || code.IsUnknown || code.IsNever || code.IsOfTests)
        {
            return ImmutableArray<string>.Empty;
        }

        // What is not permitted at all is told as that.
        var asking = code.Names.Where(concerned.Contains).ToImmutableArray();
        return asking.IsEmpty || ReadVerdict.Of(purposes.Table!, labelled.Labels, code.Names) is not null ? ImmutableArray<string>.Empty : asking;
    }

    private UnaskedRead? Of(HelperFinding helper, BodyProvider bodies, CancellationToken cancellationToken)
    {
        var read = helper.Source.Read;
        if (AsksItself(read.Read.Member, cancellationToken) || !purposes.IsByHand(helper.Source.Syntax) || Concerned(read, helper.Code) is not { IsEmpty: false } asking)
        {
            return null;
        }

        var places = helper.Way.Select(static call => call.Syntax).Append(read.Read.Syntax).Select(syntax => bodies.OperationAt(syntax, cancellationToken)).OfType<IOperation>().ToImmutableArray();
        return places.Any(ConsentQuestions.IsNamedFor) ? null : new UnaskedRead(read.Read, helper.Way[0].Caller, asking) { Places = places };
    }
}

/// <summary>A read that may have to be told.</summary>
/// <param name="Containing">The method whose callers may have asked.</param>
/// <param name="Purposes">Those of its code that ask something.</param>
internal sealed record UnaskedRead(MemberRead Read, ISymbol Containing, ImmutableArray<string> Purposes)
{
    /// <summary>Where it may have been asked before: the read, and the calls that lead to it.</summary>
    public ImmutableArray<IOperation> Places { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>What declares the purposes, as a message names it.</summary>
    public string Code => SymbolNames.Display(CodePurposeReader.MemberOf(Containing));
}
