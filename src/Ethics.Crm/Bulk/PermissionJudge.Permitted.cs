using System.Collections;
using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Bulk;

/// <content>Those of an array whose people allow it.</content>
internal sealed partial class PermissionJudge<T>
{
    /// <summary>Judges anew for everybody who goes through it.</summary>
    public sealed class PermittedOf(T[] items, PermissionRequest<T> request) : IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator() => new Permitted(items, request);

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>
    /// Looks ahead, a row at a time: a loop without calls has the slots of many objects under way at once. What it saw counts as long as nobody has decided anything and policy and application are the
    /// same, which is looked at before each object; else what is left of the row is judged again. So each object is judged as if it were looked at when it comes by.
    /// </summary>
    private sealed class Permitted : IEnumerator<T>
    {
        private readonly T[] _items;
        private readonly PermissionRequest<T> _request;
        private readonly Row _row;
        private readonly T[] _seen;

        private PermissionJudge<T>? _judge;
        private GateHost? _host;
        private GateRuntime? _runtime;
        private int _changes;
        private ulong _allowed;

        // Of the array the first object of the row, and the one behind it; of the row the place of the one that came by last.
        private int _first;
        private int _end;
        private int _last = -1;

        public Permitted(T[] items, PermissionRequest<T> request)
        {
            (_items, _request) = (items, request);
            _row = new();
            _seen = _row.Items;
        }

        public T Current { get; private set; } = default!;

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_allowed == 0 || !IsSame())
                return JudgeOn();
            Take();
            return true;
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private bool IsSame() => ReferenceEquals(GateRuntime.Current, _runtime) && _host!.Changes == _changes;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Take()
        {
            var allowed = _allowed;
            _last = SlotCursor.FirstOf(allowed);
            _allowed = allowed & (allowed - 1);
            Current = _seen[_last];
        }

        private bool JudgeOn()
        {
            var judge = _judge ??= new(_request);
            // Whoever stands behind the last one that came by has refused, and still does.
            var next = _allowed == 0 && (_host is null || IsSame()) ? _end : _first + _last + 1;
            _allowed = 0;
            while (next < _items.Length)
            {
                if (judge._question is { } question)
                {
                    next = JudgeRow(judge, question, next);
                    if (_allowed != 0)
                    {
                        Take();
                        return true;
                    }

                    if (next == _items.Length)
                        break;
                }

                var item = _items[next++];
                (_first, _end, _last) = (next, next, -1);
                if (!judge.Allows(item))
                    continue;
                Current = item;
                return true;
            }

            (_first, _end, _last) = (next, next, -1);
            return false;
        }

        /// <summary>Judges what slots tell, until there is somebody whose people allow it.</summary>
        /// <returns>The first object that has not been judged.</returns>
        private int JudgeRow(PermissionJudge<T> judge, SlotQuestion question, int next)
        {
            var cursor = _row.CursorOf(question);
            (_host, _runtime) = (judge._host, question.Runtime);
            int count;
            do
            {
                // Before the first slot is looked at: what changes after it is seen.
                _changes = _host!.Changes;
                count = _row.Fetch(_items, next, _items.Length, judge._typeSlots!.Loops);
                cursor.At = 0;
                try
                {
                    judge._typeSlots!.Loops.Judge(_seen, count, cursor);
                }
                catch (Exception e) when (e is not (OutOfMemoryException or ThreadInterruptedException))
                {
                    // An id further ahead that cannot be read: whoever goes through the list meets it in its turn.
                    (cursor.At, cursor.Allowed) = (0, 0);
                }

                (_first, _end, _last, _allowed) = (next, next + cursor.At, -1, cursor.Allowed);
                next = _end;
            }
            while (_allowed == 0 && cursor.At == count && next < _items.Length);
            if (cursor.At < count)
                _row.EndedAt(cursor.At);
            return next;
        }
    }
}
