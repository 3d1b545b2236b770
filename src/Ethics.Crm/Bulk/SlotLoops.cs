using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Bulk;

/// <summary>
/// Goes from slot to slot without a call for each object: slots and keys are where only compiled code may reach. Each object is fetched from its list once, because another thread may put another
/// in its place between question and answer.
/// </summary>
internal sealed class SlotLoops<T>
{
    /// <summary>How many objects behind a row <see cref="FetchAhead"/> looks at.</summary>
    public const int Ahead = 2 * SlotCursor.Longest;

    private readonly ParameterExpression _items = Expression.Parameter(typeof(T[]));
    private readonly ParameterExpression _cursor = Expression.Parameter(typeof(SlotCursor));
    private readonly ParameterExpression _item;
    private readonly ParameterExpression _at = Expression.Variable(typeof(int));
    private readonly ParameterExpression _answer = Expression.Variable(typeof(int));
    private readonly ParameterExpression _wanted = Expression.Variable(typeof(ulong));
    private readonly ParameterExpression _host = Expression.Variable(typeof(ulong));
    private readonly ParameterExpression _runtime = Expression.Variable(typeof(GateRuntime));
    private readonly ParameterExpression _type = Expression.Variable(typeof(Type));
    private readonly Expression _slot;
    private readonly Expression _key;

    // A list of twenty is not to wait for what it does not use. Two at once may compile the same.
    private Action<T[], int, SlotCursor>? _judge;
    private Action<T[], int, SlotCursor>? _judgeWithReasons;
    private Action<T[], int, int>? _fetchAhead;

    /// <param name="item">The object in the expressions.</param>
    /// <param name="slot">The place for its slot.</param>
    /// <param name="key">The key of its person.</param>
    public SlotLoops(ParameterExpression item, Expression slot, Expression key)
        => (_item, _slot, _key) = (item, slot, key);

    /// <summary>Judges objects of a row from <see cref="SlotCursor.At"/> on, up to a place. Stops at one of which the slot does not say it.</summary>
    public Action<T[], int, SlotCursor> Judge => _judge ??= Make(withReasons: false);

    /// <summary>The same. Stops also where the slot does not say why, or says another reason than is expected.</summary>
    public Action<T[], int, SlotCursor> JudgeWithReasons => _judgeWithReasons ??= Make(withReasons: true);

    /// <summary>
    /// Has the processor fetch what is judged after a row: the slots of the next one, whose objects were fetched a row before, and the objects behind it. A row that begins with a slot which is not
    /// there yet would wait for the memory twice, for the object and then for the slot, and while somebody goes through what a row permits, nobody looks ahead.
    /// </summary>
    /// <param name="items">Of which <see cref="Ahead"/> lie behind the row.</param>
    /// <param name="first">The first one behind it.</param>
    public void FetchAhead(T[] items, int first) => (_fetchAhead ??= MakeFetchAhead())(items, first, first + SlotCursor.Longest);

    private Action<T[], int, int> MakeFetchAhead()
    {
        var from = Expression.Parameter(typeof(int));
        var to = Expression.Parameter(typeof(int));
        var end = Expression.Label();
        var body = Expression.Block(
            [_item],
            Expression.Loop(
                Expression.Block(
                    Expression.IfThen(Expression.GreaterThanOrEqual(from, to), Expression.Break(end)),
                    Expression.Call(typeof(SlotLook).GetMethod(nameof(SlotLook.FetchObjectAhead))!, Expression.ArrayIndex(_items, Expression.Add(from, Expression.Constant(SlotCursor.Longest)))),
                    Expression.Assign(_item, Expression.ArrayIndex(_items, from)),
                    Expression.IfThen(Expression.ReferenceNotEqual(_item, Expression.Constant(null)), Expression.Call(OfKey(typeof(SlotLook).GetMethod(nameof(SlotLook.FetchAhead))!), _slot)),
                    Expression.PreIncrementAssign(from)),
                end));
        return Expression.Lambda<Action<T[], int, int>>(body, _items, from, to).Compile();
    }

    private Action<T[], int, SlotCursor> Make(bool withReasons)
    {
        var end = Expression.Label();
        var count = Expression.Parameter(typeof(int));
        var allowed = Expression.Variable(typeof(ulong));
        var reasons = Expression.Variable(typeof(RefusingOwner));
        var stop = Expression.Break(end);
        var loop = Expression.Loop(
            Expression.Block([
                .. Fetch(count, stop),
                Expression.Assign(_answer, withReasons ? Ask(nameof(SlotQuestion.AnswerFor), reasons) : Ask(nameof(SlotQuestion.Answer))),
                Expression.IfThen(Expression.Equal(_answer, Expression.Constant(SlotQuestion.Unknown)), stop),
                // Without a branch: answers come in no order.
                Expression.OrAssign(allowed, Expression.LeftShift(Expression.Convert(_answer, typeof(ulong)), _at)),
                Expression.PreIncrementAssign(_at)]),
            end);
        var body = Expression.Block(
            [.. Locals, allowed, reasons],
            [
                .. Begin(), Expression.Assign(reasons, Field(nameof(SlotCursor.Reasons))), loop,
                Expression.Assign(Field(nameof(SlotCursor.Allowed)), allowed), Expression.Assign(Field(nameof(SlotCursor.At)), _at),
            ]);
        return Expression.Lambda<Action<T[], int, SlotCursor>>(body, _items, count, _cursor).Compile();
    }

    private ParameterExpression[] Locals => [_item, _at, _answer, _wanted, _host, _runtime, _type];

    private IEnumerable<Expression> Begin()
    {
        yield return Expression.Assign(_at, Field(nameof(SlotCursor.At)));
        yield return Expression.Assign(_wanted, Field(nameof(SlotCursor.Wanted)));
        yield return Expression.Assign(_host, Field(nameof(SlotCursor.Host)));
        yield return Expression.Assign(_runtime, Field(nameof(SlotCursor.Runtime)));
        if (!typeof(T).IsSealed)
            yield return Expression.Assign(_type, Field(nameof(SlotCursor.Type)));
    }

    private IEnumerable<Expression> Fetch(Expression length, Expression stop)
    {
        yield return Expression.IfThen(Expression.GreaterThanOrEqual(_at, length), stop);
        yield return Expression.Assign(_item, Expression.ArrayIndex(_items, _at));
        yield return Expression.IfThen(Expression.ReferenceEqual(_item, Expression.Constant(null)), stop);
        if (!typeof(T).IsSealed)
            yield return Expression.IfThen(Expression.ReferenceNotEqual(Expression.Call(_item, typeof(object).GetMethod(nameof(GetType))!), _type), stop);
    }

    private MethodCallExpression Ask(string question, params Expression[] more) => Expression.Call(OfKey(typeof(SlotQuestion).GetMethod(question)!), [_slot, _key, _wanted, _host, _runtime, .. more]);

    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = SlotReader<T>.Trimmed)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = SlotReader<T>.OnlyCompiled)]
    private MethodInfo OfKey(MethodInfo method) => method.MakeGenericMethod(_key.Type);

    private MemberExpression Field(string name) => Expression.Field(_cursor, typeof(SlotCursor).GetField(name)!);
}
